import JSON
import TestSupport
import Testing

/// `--group` beside `--cluster`: the clusters of a group, as if each were named.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct GroupChoiceTests {
  private static let fleet = """
    apiVersion: fedctl.dev/v1alpha1
    kind: Fleet
    name: edge-metrics
    topology: receive
    platform: openshift
    bucket: {name: edge-metrics, region: us-east-2, check: false}
    hub: {context: hub}
    groups: {far: {externalLabels: {site: far}}}
    clusters:
    - {name: a, context: a, groups: [far]}
    - {name: b, context: b, groups: [far]}
    - {name: c, context: c}
    """

  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox("--contexts", "hub,a,b,c") }

  private func apply() throws {
    let outcome = try fedctl("apply", "--yes")
    try #require(outcome.status == 0, "\(outcome.stderr)")
  }

  private func fedctl(_ arguments: String...) throws -> Fedctl.Outcome {
    try Fedctl(arguments).against(sandbox, fleet: Self.fleet).run()
  }

  /// The names of the clusters that a report in JSON tells of.
  private func told(_ outcome: Fedctl.Outcome, _ part: String, _ list: String) throws -> [String] {
    let report = try JSON(parsing: outcome.stdout)
    let places = report[part]?[list]?.arrayValue ?? []
    return places.compactMap { ($0["cluster"] ?? $0["name"])?.stringValue }
  }

  @Test func `status tells of its clusters alone, and ends as these are`() throws {
    try apply()
    try sandbox.setFaults("context=c,down")
    #expect(try fedctl("status").status == 3)
    let far = try fedctl("status", "--group", "far", "-o", "json")
    #expect(far.status == 0, "\(far.stderr)")
    #expect(try told(far, "status", "clusters") == ["a", "b"])
    let more = try fedctl("status", "--group", "far", "--cluster", "hub")
    #expect(more.stdout.split(separator: "\n").count == 4, "\(more.stdout)")
    #expect(try fedctl("status", "--cluster", "c").status == 3)
  }

  @Test func `doctor examines its clusters alone`() throws {
    try apply()
    let whole = try fedctl("doctor", "-o", "json")
    #expect(try told(whole, "doctor", "places") == ["hub", "a", "b", "c"])
    let far = try fedctl("doctor", "--group", "far", "-o", "json")
    #expect(try told(far, "doctor", "places") == ["a", "b"])
  }

  @Test func `verify judges its clusters alone`() throws {
    let far = try fedctl("verify", "--group", "far", "--query-url", "http://127.0.0.1:1")
    #expect(far.stdout.contains("a:") && far.stdout.contains("b:"), "\(far.stdout)")
    #expect(!far.stdout.contains("c:"), "\(far.stdout)")
  }

  @Test func `teardown takes them from their clusters and from the hub, and leaves the rest`()
    throws
  {
    try apply()
    let outcome = try fedctl("teardown", "--yes", "--delete-volumes", "--group", "far")
    #expect(outcome.status == 0, "\(outcome.stderr)")
    func objects(_ context: String, _ kinds: String) throws -> String {
      let choice = ["-A", "-l", "fedctl.dev/fleet=edge-metrics", "-o", "name"]
      return try sandbox.kubectl(context, ["get", kinds] + choice).stdout
    }
    for cluster in ["a", "b"] {
      #expect(try objects(cluster, "namespaces,secrets,configmaps,services") == "")
    }
    #expect(try objects("c", "secrets").contains("secret/edge-metrics.thanos.remote-write"))
    let accounts = try objects("hub", "serviceaccounts")
    #expect(accounts.contains("/c-metrics"))
    #expect(!accounts.contains("/a-metrics") && !accounts.contains("/b-metrics"))
    #expect(try objects("hub", "deployments").contains("deployment.apps/grafana"))
  }

  @Test(arguments: ["teardown", "status", "doctor", "verify"])
  func `a group that no cluster is in chooses nothing, and not all`(command: String) throws {
    let approval = command == "teardown" ? ["--yes"] : []
    let outcome = try Fedctl([command, "--group", "fat"] + approval)
      .against(sandbox, fleet: Self.fleet).run()
    #expect(outcome.status == 1)
    #expect(outcome.stderr.contains("help: Name `far`."), "\(outcome.stderr)")
  }

  @Test func `the bucket is the whole fleet's`() throws {
    let outcome = try fedctl("teardown", "--yes", "--group", "far", "--purge-bucket")
    #expect(outcome.status == 64)
    #expect(outcome.stderr.contains("leave --cluster and --group out"), "\(outcome.stderr)")
  }
}
