import Fleet
import Foundation
import HTTP
import Metrics
import TestSupport
import Testing

@testable import ObjectStore
@testable import Operate
@testable import Templates

/// What is told of blocks in the bucket: by a real Prometheus as the hub and a real S3 server.
@Suite(
  .waitsForPrograms,
  .enabled(
    if: PrometheusProcess.isInstalled && ObjectServer.isInstalled,
    "needs what make setup installs",
  ),
)
struct BlockTests {
  private static let hour = 3_600.0

  /// A bucket of its own with a block of each cluster, which ends so many hours before a moment.
  private func bucket(_ blocks: [(cluster: String, age: Double)], before now: Date) throws
    -> S3Client
  {
    let server = try ObjectServer.seaweed.get()
    let name = "blocks-\(UUID().uuidString.lowercased())"
    try server.witness("make", name)
    var objects: [String: String] = [:]
    for (number, block) in blocks.enumerated() {
      let end = now.addingTimeInterval(-block.age * Self.hour)
      let ulid =
        ULID.beginning(at: end.addingTimeInterval(Self.hour)) + String(format: "%016d", number)
      objects["edge/\(ulid)/meta.json"] = """
        {"maxTime":\(Int64(end.timeIntervalSince1970 * 1_000)),\
        "thanos":{"labels":{"cluster":"\(block.cluster)","prometheus_replica":"p-0"}}}
        """
    }
    try server.witness(
      "put",
      name,
      input: String(decoding: try JSONEncoder().encode(objects), as: UTF8.self),
    )
    return try client(of: name, at: server.endpoint)
  }

  private func client(
    of name: String,
    at endpoint: String,
    isKnown: Bool = true,
  ) throws -> S3Client {
    let transport = try HTTPTransport()
    let keys = [
      "AWS_ACCESS_KEY_ID": ObjectServer.keyID, "AWS_SECRET_ACCESS_KEY": ObjectServer.key,
    ]
    let search = CredentialSearch(
      environment: isKnown ? keys : [:],
      region: "us-east-1",
      transport: transport,
      read: { _ in nil },
    )
    return S3Client(
      S3Location(bucket: name, region: "us-east-1", endpoint: endpoint, isInsecure: true),
      credentials: CredentialProvider(search, from: [.environment]),
      transport: transport,
    )
  }

  private func codes(_ findings: [VerifyFinding]) -> [BlockFinding.Code] {
    findings.compactMap { finding in
      if case .block(let finding) = finding { finding.code } else { nil }
    }
  }

  @Test func `a block that is missing or old is told of whom it must have come, and only then`()
    async throws
  {
    let hub = try VerifiedHub()
    let spans = [
      "well": 5...21_600, "late": 5...21_600, "none": 5...21_600, "new": 5...600,
      "stopped": 3_600...21_600,
    ]
    for (name, seconds) in spans.sorted(by: { $0.value.upperBound > $1.value.upperBound }) {
      let cluster = WrittenCluster(labels: ["cluster": name], seconds: seconds)
      try await hub.take(cluster.series(until: hub.now))
    }
    let client = try bucket(
      [("well", 2.5), ("well", 9), ("late", 5), ("stopped", 6), ("other", 1)],
      before: hub.now,
    )
    let report = await hub.report(
      on: try askedFleet("well", "late", "none", "new", "stopped"),
      bucket: BlockInquiry(client, prefix: "edge/", patience: .seconds(3_600)),
    )
    let found = Dictionary(uniqueKeysWithValues: report.clusters.map { ($0.cluster, $0) })
    #expect(codes(found["well"]?.findings ?? []) == [.newest])
    #expect(codes(found["late"]?.findings ?? []) == [.late])
    #expect(codes(found["none"]?.findings ?? []) == [.missing])
    #expect(codes(found["new"]?.findings ?? []) == [.notYet])
    #expect(codes(found["stopped"]?.findings ?? []) == [.newest])
    #expect(codes(report.hub) == [.read])
    let end = try #require(found["late"]?.block?.end)
    #expect(abs(end.timeIntervalSince(hub.now.addingTimeInterval(-5 * Self.hour))) < 0.002)
    #expect(report.blocks?.read == 5)
    // Of what is missing the hub is asked once more, of all clusters together.
    let without = await hub.report(on: try askedFleet("well", "late", "none", "new", "stopped"))
    #expect(report.questions == without.questions + 1)
    #expect(without.clusters.allSatisfy { codes($0.findings).isEmpty })
  }

  @Test func `a bucket that cannot be asked is one line, and no error`() async throws {
    let hub = try VerifiedHub()
    try await hub.take(WrittenCluster(labels: ["cluster": "a"]).series(until: hub.now))
    let server = try ObjectServer.seaweed.get()
    func told(_ inquiry: BlockInquiry) async throws -> [BlockFinding.Code] {
      let report = await hub.report(on: try askedFleet("a"), bucket: inquiry)
      #expect(report.clusters.allSatisfy { codes($0.findings).isEmpty })
      return codes(report.hub)
    }
    let unknown = try client(of: "x", at: server.endpoint, isKnown: false)
    #expect(try await told(BlockInquiry(unknown)) == [.unread])
    let missing = try client(of: "no-such-bucket", at: server.endpoint)
    #expect(try await told(BlockInquiry(missing)) == [.unread])
    #expect(try await told(BlockInquiry(missing, isChecked: false)) == [.switchedOff])
    // By the hostile server's path, which is silent.
    let silent = try client(of: "silent", at: try HostileServer.shared.get().endpoint)
    #expect(try await told(BlockInquiry(silent, patience: .milliseconds(200))) == [.slow])
  }
}

/// Whose a block is, by the ways in which fleets tell them apart.
struct BlockKeyTests {
  private func key(_ fleet: Fleet) throws -> BlockKey {
    try #require(BlockKey(arrivals(of: fleet)))
  }

  @Test func `by the tenant where each cluster is one`() throws {
    let fleet = try writingFleet(
      ["name: a, context: a"],
      hub: "\n  receive: {tenancy: cluster}",
    )
    let key = try key(fleet)
    #expect(key.owner(of: ["tenant_id": "system:serviceaccount:thanos:a-metrics"]) == "a")
    #expect(key.owner(of: ["ruler_replica": "0"]) == nil)
    #expect(key.wanted(of: arrivals(of: fleet).clusters) == ["a"])
  }

  @Test func `all are everybody's where clusters share a tenant`() throws {
    let fleet = try writingFleet(
      ["name: a, context: a", "name: b, context: b"],
      hub: "\n  receive: {tenancy: shared}",
    )
    let key = try key(fleet)
    #expect(key.owner(of: ["tenant_id": "default-tenant"]) == BlockKey.all)
    #expect(key.owner(of: ["ruler_replica": "0"]) == nil)
    #expect(key.wanted(of: arrivals(of: fleet).clusters) == [BlockKey.all])
  }

  @Test func `by all of its labels where a cluster uploads itself`() throws {
    let key = try key(try askedFleet("a", "b"))
    #expect(key.owner(of: ["cluster": "b", "prometheus_replica": "p-0"]) == "b")
    #expect(key.owner(of: ["cluster": "c"]) == nil)
  }
}
