import Foundation
import TestSupport
import Testing

@testable import ObjectStore

/// The newest block of each owner, in a real bucket.
@Suite(
  .waitsForPrograms,
  .enabled(if: ObjectServer.isInstalled, "needs SeaweedFS and moto: make setup"),
)
struct NewestBlockTests {
  private static let now = Date(timeIntervalSince1970: 1_795_820_650)

  /// A block in the bucket; times are in hours before now.
  private struct Block {
    var owner: String?
    /// When it was made.
    var made: Double
    /// When its samples end.
    var end: Double
    var source = "receive"
    /// What stands in its description besides, to make it long.
    var filling = ""

    /// A ULID; `number` takes the place of chance.
    func name(_ number: Int) -> String {
      let time = NewestBlockTests.now.addingTimeInterval(-made * 3_600)
      return ULID.beginning(at: time) + String(format: "%016d", number)
    }

    var description: String {
      let end = Int64(NewestBlockTests.now.timeIntervalSince1970 - end * 3_600) * 1_000
      let labels = owner.map { "{\"tenant_id\":\"\($0)\"}" } ?? "{\"ruler_replica\":\"0\"}"
      return """
        {"maxTime":\(end),"thanos":{"source":"\(source)","labels":\(labels)},"filling":"\(filling)"}
        """
    }
  }

  private func bucket(
    _ server: Server,
    _ blocks: [Block],
    below prefix: String = "",
  ) throws -> TestBucket {
    let bucket = try TestBucket(server).made()
    var objects: [String: String] = [:]
    for (number, block) in blocks.enumerated() {
      objects["\(prefix)\(block.name(number))/meta.json"] = block.description
      objects["\(prefix)\(block.name(number))/index"] = "index"
    }
    let text = String(decoding: try JSONEncoder().encode(objects), as: UTF8.self)
    try bucket.server.witness("put", bucket.name, input: text)
    return bucket
  }

  private func newest(
    of wanted: Set<String>,
    in bucket: TestBucket,
    below prefix: String = "",
    _ limits: BlockLook.Limits = BlockLook.Limits(),
  ) async throws -> NewestBlocks {
    try await BlockLook(bucket.client, prefix: prefix, limits: limits) { $0["tenant_id"] }
      .newest(of: wanted, at: Self.now)
  }

  private func ends(_ found: NewestBlocks) -> [String: Double] {
    found.blocks.mapValues { Self.now.timeIntervalSince($0.end) / 3_600 }
  }

  @Test(arguments: Server.allCases)
  func `the newest of each is found, wherever its samples end`(server: Server) async throws {
    let blocks = [
      Block(owner: "a", made: 1, end: 2), Block(owner: "a", made: 3, end: 4),
      // Made anew of what is two days old, a moment ago.
      Block(owner: "b", made: 0.1, end: 48, source: "compactor"),
      Block(owner: "b", made: 2, end: 3),
      Block(owner: "late", made: 30, end: 31), Block(owner: "old", made: 240, end: 241),
      Block(owner: "gone", made: 800, end: 801), Block(owner: nil, made: 0.2, end: 0.3),
    ]
    let bucket = try bucket(server, blocks, below: "edge/")
    try bucket.put(["edge/notes.txt", "edge/\(blocks[0].name(77))/index", "edge/debug/x"])
    let found = try await newest(
      of: ["a", "b", "late", "old", "gone"],
      in: bucket,
      below: "edge/",
    )
    #expect(ends(found) == ["a": 2, "b": 3, "late": 31, "old": 241])
    #expect(found.blocks["a"]?.name == blocks[0].name(0))
    #expect(found.read == 8 && !found.isCut)
    #expect(found.since == Self.now.addingTimeInterval(-30 * 86_400))
  }

  @Test func `no more is read than is needed`() async throws {
    let recent = [Block(owner: "a", made: 1, end: 2), Block(owner: "b", made: 1.5, end: 2.5)]
    let older = (0..<40).map { Block(owner: "a", made: 3 + Double($0) / 20, end: 5) }
    let bucket = try bucket(.seaweed, recent + older)
    let limits = BlockLook.Limits(maximumInFlight: 2)
    let found = try await newest(of: ["a", "b"], in: bucket, limits)
    #expect(ends(found) == ["a": 2, "b": 2.5])
    #expect(found.read == 2)
  }

  @Test func `what is more than a look may take is said to be`() async throws {
    let blocks = (0..<9).map { Block(owner: "a", made: 1 + Double($0) / 10, end: 2) }
    let bucket = try bucket(.seaweed, blocks + [Block(owner: "b", made: 3, end: 4)])
    let read = try await newest(
      of: ["a", "b"],
      in: bucket,
      BlockLook.Limits(descriptions: 6, maximumInFlight: 3),
    )
    #expect(read.isCut && read.read == 6 && Set(read.blocks.keys) == ["a"])
    let listed = try await newest(of: ["a", "b"], in: bucket, BlockLook.Limits(names: 5))
    #expect(listed.isCut && listed.read == 0 && listed.blocks.isEmpty)
  }

  @Test func `a description that is too long is passed over`() async throws {
    let long = Block(owner: "a", made: 1, end: 2, filling: String(repeating: "x", count: 3_000))
    let bucket = try bucket(.seaweed, [long, Block(owner: "a", made: 3, end: 4)])
    let found = try await newest(of: ["a"], in: bucket, BlockLook.Limits(size: 2_000))
    #expect(ends(found) == ["a": 4])
  }

  @Test func `a bucket that cannot be read is an error, not an empty one`() async throws {
    let bucket = try TestBucket(.seaweed)
    let error = await #expect(throws: S3Error.self) { try await newest(of: ["a"], in: bucket) }
    #expect(error?.code == .missing)
  }

  @Test(arguments: [
    ("01ARYZ6S410000000000000000", 1_469_918_176.385), ("00000000000000000000000000", 0),
  ])
  func `a block's name says when it was made`(name: String, seconds: Double) throws {
    let time = try #require(ULID.time(of: name[...]))
    #expect(abs(time.timeIntervalSince1970 - seconds) < 0.002)
    #expect(ULID.beginning(at: time) == name.prefix(10))
    #expect(ULID.time(of: "81ARYZ6S410000000000000000") == nil)
  }
}
