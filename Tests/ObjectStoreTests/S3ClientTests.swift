import Foundation
import ObjectStore
import TestSupport
import Testing

/// Against real servers.
@Suite(
  .waitsForPrograms,
  .enabled(if: ObjectServer.isInstalled, "needs SeaweedFS and moto: make setup"),
)
struct S3ClientTests {
  @Test(arguments: Server.allCases)
  func `a bucket is made, tagged, and found again`(server: Server) async throws {
    let bucket = try TestBucket(server)
    let client = try bucket.client
    await #expect(throws: S3Error.self) { try await client.check() }
    try await client.create()
    try await client.check()
    try await client.checkWriting(below: "some/prefix/")
    #expect(try await client.tags() == [:])
    try await client.setTags(["fedctl:fleet": "edge-metrics", "other": "kept"])
    #expect(try await client.tags() == ["fedctl:fleet": "edge-metrics", "other": "kept"])
    #expect(try bucket.count("uploads") == 0)
    #expect(try bucket.keys() == [])
    // Again, as after a run that was killed.
    try await client.create()
    try await client.deleteBucket()
    try await client.deleteBucket()
  }

  private static let awkward = [
    "a b", "a+b", "a%20b", "a&b", "a=b?c#d", "\u{E9}\u{65E5}\u{1F600}", "quote\"'<>", "a/b/c",
    "~tilde", "curly{}[]|^`",
  ]

  /// Each server takes some that the other does not: SeaweedFS makes paths of keys.
  @Test(arguments: [
    (Server.seaweed, ["new\nline", "tab\there", "control\u{1}"]),
    (.moto, ["/leading", "double//slash", "trailing/", "dots/../up", "./here", "back\\slash"]),
  ])
  func `keys with every awkward character are listed and deleted`(
    server: Server,
    more: [String],
  ) async throws {
    let bucket = try TestBucket(server).made()
    let keys = Self.awkward + more
    try bucket.put(keys)
    let stored = try bucket.keys()
    let client = try bucket.client
    let objects = try await client.all(S3Listing(includesVersions: false))
    #expect(Set(objects.map(\.key)) == Set(stored))
    #expect(try await client.delete(objects) == [])
    #expect(try bucket.keys() == [])
  }

  @Test(arguments: Server.allCases)
  func `listings of more than a page are whole`(server: Server) async throws {
    let bucket = try TestBucket(server).made("versioned")
    let keys = (0..<1100).map { "key-\($0)" }
    try bucket.put(keys)
    try bucket.remove(Array(keys.prefix(150)))
    try bucket.server.witness("begin", bucket.name, "1005")
    let client = try bucket.client
    let current = try await client.all(S3Listing(includesVersions: false))
    #expect(current.count == 950)
    let versions = try await client.all(S3Listing(includesVersions: true))
    #expect(versions.count == 1250)
    #expect(Set(versions.map(\.key)) == Set(keys))
    var uploads: [S3Upload] = []
    var page: S3Page<S3Upload>?
    repeat {
      page = try await client.uploads(below: "", after: page)
      uploads += page?.items ?? []
    } while page?.isLast == false
    #expect(Set(uploads.map(\.id)).count == 1005)
    for upload in uploads.prefix(5) { try await client.abort(upload) }
    #expect(try bucket.count("uploads") == 1000)
  }

  @Test func `what is wrong is known for what it is`() async throws {
    let bucket = try TestBucket(.seaweed).made()
    #expect(await refusal(of: try bucket.client(keyID: "AKIASTRANGER")) == .accessKeyUnknown)
    #expect(await refusal(of: try bucket.client(key: "wrong")) == .secretKeyWrong)
    var location = bucket.location
    location.isInsecure = false
    #expect(await refusal(of: try bucket.client(location)) == .unreachable)
    location = bucket.location
    location.endpoint = "127.0.0.1:1"
    #expect(await refusal(of: try bucket.client(location)) == .unreachable)
    location = bucket.location
    location.bucket = "nobody-has-this"
    #expect(await refusal(of: try bucket.client(location)) == .missing)
  }

  private func refusal(of client: S3Client) async -> S3Error.Code? {
    await #expect(throws: S3Error.self) { try await client.check() }?.code
  }
}
