import Foundation
import ObjectStore
import Synchronization
import TestSupport
import Testing

/// Servers that answer with success and are none, or do nothing.
@Suite(
  .waitsForPrograms,
  .enabled(if: ObjectServer.isInstalled, "needs SeaweedFS and moto: make setup"),
)
final class DistrustTests: Sendable {
  private let proxies = Mutex<[ObjectProxy]>([])
  private static let keys = (0..<20).map {
    "01HZX3V5QJ8K4M6N7P9R2S1T0\($0 % 10)/chunks/00000\($0 / 10 + 1)"
  }

  /// A client through a proxy, which ends with the test.
  private func client(_ bucket: TestBucket, through fault: ObjectProxy.Fault) throws -> S3Client {
    let proxy = try ObjectProxy(to: bucket.server, fault)
    proxies.withLock { $0.append(proxy) }
    var location = bucket.location
    location.endpoint = proxy.endpoint
    return try bucket.client(location)
  }

  /// Why a request was not believed; nil where it was, or was refused.
  private func flaw(_ body: () async throws(S3Error) -> Void) async -> S3AnswerFlaw? {
    do throws(S3Error) {
      try await body()
      return nil
    } catch {
      guard case .malformed(_, let flaw) = error else { return nil }
      return flaw
    }
  }

  @Test func `a login page is no bucket, whatever is asked`() async throws {
    let bucket = try TestBucket(.seaweed).made()
    let client = try client(bucket, through: .page)
    let page = S3AnswerFlaw.otherDocument(root: "html", expected: "ListBucketResult")
    #expect(await flaw { () throws(S3Error) in try await client.check() } == page)
    #expect(await flaw { () throws(S3Error) in _ = try await client.isEmpty() } == page)
    #expect(await flaw { () throws(S3Error) in _ = try await client.tags() } != nil)
    #expect(await flaw { () throws(S3Error) in _ = try await client.versioning() } != nil)
    #expect(await flaw { () throws(S3Error) in _ = try await client.uploads(below: "") } != nil)
    #expect(
      await flaw { () throws(S3Error) in try await client.deleteBucket() }
        == .notEmpty(root: "html")
    )
    #expect(
      await flaw { () throws(S3Error) in try await client.create() } == .notEmpty(root: "html")
    )
    let objects = [S3Object(key: "a")]
    #expect(await flaw { () throws(S3Error) in _ = try await client.delete(objects) } != nil)
  }

  @Test func `an error with 200 is a refusal`() async throws {
    let bucket = try TestBucket(.seaweed).made()
    try bucket.put(Self.keys)
    let purge = try await BucketPurge(try client(bucket, through: .quiet), prefix: "")
    let error = await #expect(throws: S3Error.self) { try await purge.run { _ in } }
    #expect(error?.code == .denied)
    #expect(Set(try bucket.keys()) == Set(Self.keys))
  }

  @Test(.timeLimit(.minutes(60)))
  func `a server that confirms deletions and keeps everything is not purged for ever`()
    async throws
  {
    let bucket = try TestBucket(.seaweed).made()
    try bucket.put(Self.keys)
    let purge = try await BucketPurge(try client(bucket, through: .keeps), prefix: "")
    let survey = try await purge.survey()
    let found = await flaw { () throws(S3Error) in _ = try await purge.run(survey) { _ in } }
    guard case .keysStillListed(let keys)? = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(!keys.isEmpty && Set(keys).isSubset(of: Self.keys))
  }

  @Test func `a listing that never ends is left`() async throws {
    let bucket = try TestBucket(.seaweed).made()
    let client = try client(bucket, through: .endless)
    let listing = S3Listing(includesVersions: false)
    #expect(await flaw { () throws(S3Error) in _ = try await client.all(listing) } == .endless)
  }

  @Test func `a listing that shows nothing is held against the other kind`() async throws {
    let bucket = try TestBucket(.moto).made()
    try bucket.put(Self.keys)
    let purge = try await BucketPurge(try client(bucket, through: .blind), prefix: "")
    let found = await flaw { () throws(S3Error) in _ = try await purge.run { _ in } }
    guard case .keysStillListed? = found else {
      Issue.record("\(String(describing: found))")
      return
    }
  }

  @Test(arguments: Server.allCases)
  func `an upload that is begun and then answered with an error is given up`(server: Server)
    async throws
  {
    let bucket = try TestBucket(server).made()
    try bucket.server.witness("upload", bucket.name, "edge/fedctl-write-check-of-another")
    let client = try client(bucket, through: .begins)
    await #expect(throws: S3Error.self) { try await client.checkWriting(below: "edge/") }
    // Another's stays.
    #expect(try bucket.count("uploads") == 1)
  }

  @Test func `what an earlier release has left of its trials goes with a purge`() async throws {
    let bucket = try TestBucket(.seaweed).made()
    try bucket.server.witness("upload", bucket.name, "edge/fedctl-write-check")
    let purge = try await BucketPurge(bucket.client, prefix: "edge/")
    let survey = try await purge.survey()
    #expect(survey.uploads == 1 && survey.foreign == 0)
    #expect(try await purge.run(survey) { _ in }.aborted == 1)
    #expect(try bucket.count("uploads") == 0)
  }
}
