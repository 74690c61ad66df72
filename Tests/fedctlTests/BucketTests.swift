import Foundation
import TestSupport
import Testing

/// The real binary with a bucket on a real S3 server.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl && ObjectServer.isInstalled, "needs what make setup installs"),
)
struct BucketTests {
  private static let block = "01HZX3V5QJ8K4M6N7P9R2S1T00"

  private let server: ObjectServer
  private let sandbox: Sandbox
  private let bucket = "fleet-\(UUID().uuidString.lowercased())"

  init() throws {
    server = try ObjectServer.seaweed.get()
    sandbox = try Sandbox()
  }

  /// The example with a bucket of its own on the server, or behind something before it.
  private func fleet(endpoint: String? = nil, more: String = "create: true") throws -> String {
    try ExampleFleet.text
      .replacing("  check: false\n  name: edge-metrics\n", with: "  name: \(bucket)\n")
      .replacing(
        /endpoint: .*/,
        with: "endpoint: \(endpoint ?? server.endpoint)\n  insecure: true\n  \(more)",
      )
  }

  private func fedctl(_ arguments: String..., fleet: String? = nil) throws -> Fedctl.Outcome {
    let outcome = try Fedctl(arguments).against(sandbox, fleet: fleet ?? self.fleet()).run()
    #expect(!(outcome.stdout + outcome.stderr).contains(ObjectServer.key))
    #expect(!(outcome.stdout + outcome.stderr).contains(ObjectServer.keyID))
    return outcome
  }

  private func put(_ keys: [String]) throws {
    let objects = Dictionary(keys.map { ($0, "body") }, uniquingKeysWith: { $1 })
    try server.witness(
      "put",
      bucket,
      input: String(decoding: try JSONEncoder().encode(objects), as: UTF8.self),
    )
  }

  private func tags() throws -> [String: String] {
    try JSONDecoder().decode(
      [String: String].self,
      from: Data(server.witness("tags", bucket).utf8),
    )
  }

  private func keys() throws -> [String] {
    try JSONDecoder().decode([String].self, from: Data(server.witness("keys", bucket).utf8))
  }

  @Test func `apply makes the bucket, teardown purges and deletes it, and no other`() throws {
    try server.witness("make", "\(bucket)-bystander")
    let plan = try fedctl("plan")
    #expect(plan.stdout.hasPrefix("+ bucket \(bucket) at \(server.endpoint) (us-east-2)\n"))
    let applied = try fedctl("apply", "--yes")
    #expect(applied.status == 0, "\(applied.stderr)")
    #expect(try tags() == ["fedctl:fleet": "edge-metrics"])
    #expect(try fedctl("plan", "--detailed-exitcode").status == 0)
    try put(["meta.json", "index", "chunks/000001"].map { "\(Self.block)/\($0)" })
    let removed = try fedctl(
      "teardown",
      "--yes",
      "--purge-bucket",
      "--confirm-bucket",
      bucket,
      "--delete-bucket",
      "--delete-volumes",
    )
    #expect(removed.status == 0, "\(removed.stderr)")
    #expect(
      removed.stdout.contains("Purge complete: 3 objects deleted.\nBucket \(bucket) deleted.\n")
    )
    let left = try server.witness("buckets")
    #expect(!left.contains("\"\(bucket)\"") && left.contains("\(bucket)-bystander"))
    #expect(try sandbox.remains() == [])
    // All of it once more: there is nothing to do.
    let again = try fedctl("teardown", "--yes", "--purge-bucket", "--confirm-bucket", bucket)
    #expect(again.status == 0)
    #expect(again.stdout.contains("Bucket \(bucket) does not exist any more.\n"))
  }

  @Test func `a bucket that is not there stops apply before any cluster is touched`() throws {
    let fleet = try fleet(more: "create: false")
    let outcome = try fedctl("apply", "--yes", fleet: fleet)
    #expect(outcome.status == 1)
    #expect(outcome.stdout.contains("bucket \(bucket) does not exist at \(server.endpoint)"))
    #expect(outcome.stderr.contains("nothing is applied while the bucket is not in order"))
    #expect(try sandbox.requests().allSatisfy(\.isRead))
    #expect(try fedctl("plan", fleet: fleet).status == 3)
  }

  @Test func `a wrong key, a foreign scheme and a wrong port each get their own words`() throws {
    let wrong = try Fedctl("plan").against(sandbox, fleet: fleet())
      .environment("AWS_SECRET_ACCESS_KEY", "other").run()
    #expect(wrong.stdout.contains("the secret key from the environment does not belong"))
    let secure = try fleet().replacing("insecure: true", with: "insecure: false")
    #expect(try fedctl("plan", fleet: secure).stdout.contains("TLS"))
    let nobody = try fedctl("plan", fleet: fleet(endpoint: "127.0.0.1:1"))
    #expect(nobody.stdout.contains("the connection was refused"))
    try server.witness("make", bucket)
    let elsewhere = try ObjectProxy(to: server, .elsewhere)
    let region = try fedctl("plan", fleet: fleet(endpoint: elsewhere.endpoint))
    #expect(region.status == 3)
    #expect(region.stdout.contains("is in eu-west-1; write `region: eu-west-1` under `bucket`"))
  }

  @Test func `what a profile's program says to people is shown`() throws {
    let profile = try fleet(endpoint: "127.0.0.1:1")
      .replacing(/credentials: .*/, with: "credentials: {profile: own}")
    let config = """
      [profile own]
      credential_process = /bin/sh -c 'printf "Open \\033[31mhttps://login.example.com\\n" >&2; exit 3'
      """
    let plan = try Fedctl("plan").against(sandbox, fleet: profile)
      .file(named: "config", config)
      .environment("AWS_CONFIG_FILE", "config").run()
    let words = #"/bin/sh says: Open \u{1b}[31mhttps://login.example.com"#
    #expect(plan.stderr.contains("\(words)\n"), "\(plan.stderr)")
  }

  @Test func `what must not be purged is refused before anything is deleted`() throws {
    try server.witness("make", bucket)
    try put(["\(Self.block)/index"])
    #expect(try fedctl("apply", "--yes").status == 0)
    try sandbox.forgetRequests()
    func refusal(_ arguments: String...) throws -> String {
      let outcome = try Fedctl(
        ["teardown", "--yes", "--purge-bucket", "--confirm-bucket", bucket] + arguments
      ).against(sandbox, fleet: fleet()).run()
      #expect(outcome.status == 1)
      return outcome.stderr
    }
    #expect(try refusal().contains("has no tag fedctl:fleet: fedctl has not made it"))
    try put(["terraform.tfstate"])
    #expect(
      try refusal("--dangerous-purge-untagged")
        .contains("1 key in the bucket that Thanos does not write, as terraform.tfstate")
    )
    try server.witness("tag", bucket, "fedctl:fleet=other")
    #expect(try refusal("--dangerous-purge-untagged").contains("belongs to fleet other by its tag"))
    try server.witness("tag", bucket, "fedctl:fleet=edge-metrics")
    let named = try fedctl(
      "teardown",
      "--yes",
      "--purge-bucket",
      "--keep-foreign",
      "--confirm-bucket",
      "other",
    )
    #expect(named.status == 1)
    #expect(try fedctl("teardown", "--yes", "--purge-bucket").status == 64)
    #expect(try sandbox.requests().allSatisfy(\.isRead))
    #expect(try keys().count == 2)
    let kept = try fedctl(
      "teardown",
      "--yes",
      "--purge-bucket",
      "--keep-foreign",
      "--confirm-bucket",
      bucket,
      "--delete-bucket",
    )
    #expect(kept.status == 3)
    #expect(kept.stderr.contains("is not deleted: it still holds objects"))
    #expect(try keys() == ["terraform.tfstate"])
  }

  @Test func `both names are asked for before anything goes`() throws {
    #expect(try fedctl("apply", "--yes").status == 0)
    try put(["\(Self.block)/index"])
    let wrong = try Fedctl("teardown", "--purge-bucket").against(sandbox, fleet: fleet())
      .answering("edge-metrics").run()
    #expect(wrong.status == 1)
    #expect(try keys().count == 1)
    let right = try Fedctl("teardown", "--purge-bucket").against(sandbox, fleet: fleet())
      .answering(bucket).answering("edge-metrics").run()
    #expect(right.status == 0, "\(right.stderr)")
    #expect(try keys() == [])
  }

  @Test func `a dry run tells whose metrics there are, and deletes none`() throws {
    #expect(try fedctl("apply", "--yes").status == 0)
    try put(["\(Self.block)/index"])
    let outcome = try fedctl("teardown", "--dry-run", "--purge-bucket")
    #expect(outcome.status == 0)
    #expect(outcome.stdout.hasSuffix("  unfinished {}: 1 block, 1 object, 4 B\n"))
    #expect(try keys().count == 1)
  }

  @Test func `nothing is purged while a cluster is out of reach`() throws {
    #expect(try fedctl("apply", "--yes").status == 0)
    try put(["\(Self.block)/index"])
    try sandbox.setFaults("context=cluster2,drop")
    let outcome = try fedctl("teardown", "--yes", "--purge-bucket", "--confirm-bucket", bucket)
    #expect(outcome.status == 3)
    #expect(outcome.stderr.contains("the bucket is not purged while something may still write"))
    #expect(try keys().count == 1)
  }

  /// Every request in turn where FEDCTL_EVERY_KILL is set, else some of them.
  @Test func `a purge that is killed is finished by the next`() throws {
    let proxy = try ObjectProxy(to: server)
    let fleet = try fleet(endpoint: proxy.endpoint)
    let log = proxy.log
    let every = ProcessInfo.processInfo.environment["FEDCTL_EVERY_KILL"] != nil
    for number in stride(from: 1, to: 24, by: every ? 1 : 7) {
      #expect(try fedctl("apply", "--yes", fleet: fleet).status == 0)
      try put((0..<40).map { "\(Self.block)/chunks/\(String(format: "%06d", $0))" })
      let before = Sandbox.lineCount(of: log)
      let purge = [
        "teardown", "--yes", "--purge-bucket", "--confirm-bucket", bucket, "--delete-bucket",
        "--delete-volumes",
      ]
      _ = try Fedctl(purge).against(sandbox, fleet: fleet)
        .killed { Sandbox.lineCount(of: log) >= before + number }.run()
      let again = try Fedctl(purge).against(sandbox, fleet: fleet).run()
      #expect(again.status == 0, "killed at request \(number): \(again.stderr)")
      #expect(try !server.witness("buckets").contains("\"\(bucket)\""))
      #expect(try sandbox.remains() == [])
    }
  }
}
