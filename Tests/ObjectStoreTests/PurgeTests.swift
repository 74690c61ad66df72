import Foundation
import ObjectStore
import Synchronization
import TestSupport
import Testing

/// Purging real buckets.
@Suite(
  .waitsForPrograms,
  .enabled(if: ObjectServer.isInstalled, "needs SeaweedFS and moto: make setup"),
)
final class PurgeTests: Sendable {
  private let proxies = Mutex<[ObjectProxy]>([])

  private static let ulid = "01HZX3V5QJ8K4M6N7P9R2S1T"

  /// The keys of a number of blocks, in Thanos' layout.
  private func blocks(_ count: Int, below prefix: String = "") -> [String] {
    (0..<count).flatMap { number in
      let block = "\(prefix)\(Self.ulid)\(String(format: "%02d", number % 100))"
      let chunks = (1...(1 + number / 100)).map { "chunks/\(String(format: "%06d", $0))" }
      return (["meta.json", "index"] + chunks).map { "\(block)/\($0)" }
    }
  }

  @Test(arguments: Server.allCases)
  func `every version, delete marker and upload goes, more than a page of them`(
    server: Server
  ) async throws {
    let bucket = try TestBucket(server).made("versioned")
    let keys = Array(blocks(500).prefix(1100))
    try bucket.put(keys)
    try bucket.put(Array(keys.prefix(30)))
    try bucket.remove(Array(keys.prefix(200)))
    let client = try bucket.client
    try bucket.server.witness("upload", bucket.name, keys[0])
    let purge = try await BucketPurge(client, prefix: "")
    let distinct = Set(keys).count
    let survey = try await purge.survey()
    let total = distinct + 30 + 200
    // Where a listing begins behind a marker that is no key, moto passes over what comes first.
    #expect(survey.objects == (server == .moto ? total - 1 : total))
    #expect(survey.uploads == 1)
    let last = Mutex(0)
    // What comes after the survey goes as well.
    try bucket.put(["\(Self.ulid)ZZ/index"])
    let outcome = try await purge.run(survey) { count in last.withLock { $0 = count } }
    #expect(outcome.deleted == total + 1 && outcome.isComplete)
    #expect(outcome.aborted == 1)
    #expect(last.withLock { $0 } == total + 1)
    #expect(try bucket.count("versions") == 0)
    #expect(try bucket.count("uploads") == 0)
    #expect(try await purge.survey().isEmpty)
    #expect(try await client.isEmpty())
  }

  @Test(arguments: Server.allCases)
  func `what is outside the prefix or not of Thanos stays`(server: Server) async throws {
    let bucket = try TestBucket(server).made()
    let bystanders = blocks(2) + ["edge/readme.txt", "edge/\(Self.ulid)00/notes", "edges/x"]
    try bucket.put(blocks(3, below: "edge/") + bystanders)
    let client = try bucket.client
    let purge = try await BucketPurge(client, prefix: "edge/")
    let survey = try await purge.survey()
    #expect(survey.blocks == 3 && survey.objects == 9)
    #expect(survey.foreignKeys.sorted() == ["edge/\(Self.ulid)00/notes", "edge/readme.txt"])
    #expect(try await purge.run { _ in }.deleted == 9)
    #expect(Set(try bucket.keys()) == Set(bystanders))
    #expect(try await !client.isEmpty())
  }

  @Test func `an empty bucket is purged at once`() async throws {
    let bucket = try TestBucket(.seaweed).made()
    let outcome = try await BucketPurge(bucket.client, prefix: "").run { _ in }
    #expect(outcome.deleted == 0 && outcome.isComplete)
  }

  @Test func `a server that asks to slow down gets everything, only later`() async throws {
    let bucket = try TestBucket(.seaweed).made()
    try bucket.put(blocks(20))
    let purge = try await purge(bucket, through: .slow)
    #expect(try await purge.run { _ in }.isComplete)
    #expect(try bucket.keys() == [])
  }

  @Test func `a batch that is denied ends the purge, and the next one goes on`() async throws {
    let bucket = try TestBucket(.seaweed).made()
    try bucket.put(blocks(2200))
    let purge = try await purge(bucket, through: .denied)
    let error = await #expect(throws: S3Error.self) { try await purge.run { _ in } }
    #expect(error?.code == .denied)
    #expect(try !bucket.keys().isEmpty)
    #expect(try await purge.run { _ in }.isComplete)
    #expect(try bucket.keys() == [])
  }

  /// The proxy ends with the test.
  private func purge(
    _ bucket: TestBucket,
    through fault: ObjectProxy.Fault,
  ) async throws -> BucketPurge {
    let proxy = try ObjectProxy(to: bucket.server, fault)
    proxies.withLock { $0.append(proxy) }
    var location = bucket.location
    location.endpoint = proxy.endpoint
    return try await BucketPurge(bucket.client(location), prefix: "", maximumInFlight: 2)
  }

  @Test func `a wrong clock, another region and an expired token are met once`() async throws {
    let bucket = try TestBucket(.moto).made()
    for fault in [ObjectProxy.Fault.skewed, .elsewhere, .expired] {
      let proxy = try ObjectProxy(to: bucket.server, fault)
      var location = bucket.location
      location.endpoint = proxy.endpoint
      let client = try bucket.client(location)
      try await client.check()
      try await client.check()
      #expect(try proxy.requests().count == 3)
      #expect(client.region == (fault == .elsewhere ? "eu-west-1" : "us-east-1"))
    }
  }

  @Test func `a bucket is planned by what it is and whose it is`() async throws {
    let bucket = try TestBucket(.seaweed)
    let client = try bucket.client
    func plan(creates: Bool) async -> BucketPlan {
      await client.plan(
        BucketIntent(fleet: "edge", prefix: "", isCreated: creates, sharesKeys: true)
      )
    }
    guard case .refused(let obstacle) = await plan(creates: false) else {
      Issue.record("a bucket that is missing is not refused")
      return
    }
    #expect(obstacle.code == .missing)
    #expect(await plan(creates: true) == .create)
    _ = try bucket.made()
    #expect(await plan(creates: true) == .claim)
    #expect(await plan(creates: false) == .exists(.nobody))
    try bucket.put(["x"])
    #expect(await plan(creates: true) == .exists(.nobody))
    try await client.setTags([S3Client.fleetTag: "other"])
    #expect(await plan(creates: true) == .exists(.otherFleet("other")))
  }

  @Test func `a bucket is only purged for whom its tag names, and never under Object Lock`()
    async throws
  {
    let bucket = try TestBucket(.moto).made()
    let client = try bucket.client
    func refusal(trusting: Bool = false) async throws -> String {
      switch try await client.mayPurge(as: "edge", trustsUntagged: trusting) {
      case nil: "none"
      case .otherFleet(let name): "other \(name)"
      case .untagged: "untagged"
      case .objectLock: "lock"
      case .tagsUnreadable, .foreignKeys: "unexpected"
      }
    }
    #expect(try await refusal() == "untagged")
    #expect(try await refusal(trusting: true) == "none")
    try await client.setTags([S3Client.fleetTag: "other"])
    #expect(try await refusal(trusting: true) == "other other")
    try await client.setTags([S3Client.fleetTag: "edge"])
    #expect(try await refusal() == "none")
    let locked = try TestBucket(.moto).made("locked")
    #expect(try await locked.client.hasObjectLock())
  }

  @Test func `totals are told by who wrote the blocks`() async throws {
    let bucket = try TestBucket(.seaweed).made()
    let meta = #"{"thanos":{"source":"receive","labels":{"tenant_id":"a","replica":"0"}}}"#
    let objects = [
      "\(Self.ulid)00/meta.json": meta, "\(Self.ulid)00/index": "12345",
      "\(Self.ulid)01/index": "1",
    ]
    let text = String(decoding: try JSONEncoder().encode(objects), as: UTF8.self)
    try bucket.server.witness("put", bucket.name, input: text)
    let (survey, origins) = try await BucketPurge(bucket.client, prefix: "").origins()
    #expect(survey.blocks == 2)
    #expect(
      origins.map { "\($0.key.source) \($0.key.labels) \($0.value.objects)" }.sorted() == [
        #"receive {replica="0", tenant_id="a"} 2"#, "unfinished {} 1",
      ]
    )
  }

  @Test(arguments: [
    ("01HZX3V5QJ8K4M6N7P9R2S1T00/meta.json", true),
    ("01HZX3V5QJ8K4M6N7P9R2S1T00/chunks/000001", true),
    ("01HZX3V5QJ8K4M6N7P9R2S1T00/", true), ("debug/metas/01HZX3V5QJ8K4M6N7P9R2S1T00.json", true),
    ("01HZX3V5QJ8K4M6N7P9R2S1T00/chunks/1", false), ("01HZX3V5QJ8K4M6N7P9R2S1T00", false),
    ("81HZX3V5QJ8K4M6N7P9R2S1T00/index", false), ("01HZX3V5QJ8K4M6N7P9R2S1TIL/index", false),
    ("01HZX3V5QJ8K4M6N7P9R2S1T00/backup", false), ("debug/other", false),
    ("terraform.tfstate", false),
    ("01HZX3V5QJ8K4M6N7P9R2S1T00/chunks/\u{663}\u{663}\u{663}\u{663}\u{663}\u{663}", false),
    ("", false),
  ])
  func `Thanos' keys are known by their form`(key: String, isThanos: Bool) {
    #expect(ThanosLayout.owns(key[...]) == isThanos)
  }
}
