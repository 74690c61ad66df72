import Foundation
import JSON
import TestSupport
import Testing

/// What verify tells of a bucket on a real S3 server, with the keys that a shell has, and without.
@Suite(
  .waitsForPrograms,
  .enabled(
    if: PrometheusProcess.isInstalled && ObjectServer.isInstalled,
    "needs what make setup installs",
  ),
)
struct VerifyBucketTests {
  private let hub: PrometheusProcess
  private let sandbox: Sandbox
  private let server: ObjectServer
  private let bucket = "fleet-\(UUID().uuidString.lowercased())"

  init() throws {
    hub = try PrometheusProcess.started()
    sandbox = try Sandbox(["--proxy", "hub/thanos/thanos-querier=http://127.0.0.1:\(hub.port)"])
    server = try ObjectServer.seaweed.get()
    try server.witness("make", bucket)
    let applied = try sandbox.fedctl("apply", "--yes", fleet: ExampleFleet.text)
    try #require(applied.status == 0, "\(applied.stderr)")
  }

  /// All clusters share a tenant, and so their blocks.
  private var fleet: String {
    get throws {
      try ExampleFleet.text(of: "receive-olm")
        .replacing("\n  name: edge-metrics\n", with: "\n  name: \(bucket)\n")
        .replacing("\nhub:\n", with: "\nhub:\n  receive: {tenancy: shared}\n")
        .replacing(/endpoint: .*/, with: "endpoint: \(server.endpoint)\n  insecure: true")
    }
  }

  /// What was made a moment ago, and ends in the year 2026.
  private func putBlock() throws -> String {
    let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    let now = Int(Date.now.timeIntervalSince1970 * 1_000)
    let time = (0..<10).reversed().map { digits[now >> (5 * $0) & 31] }
    let name = String(time) + "0000000000000000"
    let meta = """
      {"maxTime":1795816800000,"thanos":{"source":"receive","labels":{"tenant_id":"default-tenant"}}}
      """
    let objects = ["\(name)/meta.json": meta, "\(name)/index": "x"]
    try server.witness(
      "put",
      bucket,
      input: String(decoding: try JSONEncoder().encode(objects), as: UTF8.self),
    )
    return name
  }

  @Test func `the newest block is told, and that there is none yet`() throws {
    let before = try Fedctl("verify").against(sandbox, fleet: fleet).run()
    #expect(before.stdout.contains("ok        bucket   no block is in the bucket yet"))
    let name = try putBlock()
    let text = try Fedctl("verify").against(sandbox, fleet: fleet).run().stdout
    #expect(
      text.contains("ok        bucket   the newest block, \(name), ends at 2026-11-27T22:00:00Z"),
      "\(text)",
    )
    let outcome = try Fedctl("verify", "-o", "json").against(sandbox, fleet: fleet).run()
    #expect(try Schema.faults(of: outcome.stdout, by: "report-1.json") == "")
    let verify = try JSON(parsing: outcome.stdout)["verify"]
    #expect(verify?["bucket"]?["newest_block"]?["id"]?.stringValue == name)
    #expect(verify?["bucket"]?["newest_block"]?["ends"] == "2026-11-27T22:00:00Z")
    #expect(verify?["bucket"]?["blocks_read"] == 1)
    #expect(verify?["clusters"]?[0]?["newest_block"] == .null)
    for said in [text, outcome.stdout] {
      #expect(!said.contains(ObjectServer.key) && !said.contains(ObjectServer.keyID))
    }
  }

  @Test func `without keys one line says so, and nothing is an error for that`() throws {
    let outcome = try Fedctl("verify", "-o", "json").file(fleet)
      .environment("KUBECONFIG", sandbox.kubeconfig).run()
    let verify = try JSON(parsing: outcome.stdout)["verify"]
    #expect(verify?["bucket"] == .null)
    let told = (verify?["hub"]?.arrayValue ?? []).filter { $0["code"] == "verify.bucket-unread" }
    #expect(told.count == 1 && told[0]["state"] == "unknown")
  }
}
