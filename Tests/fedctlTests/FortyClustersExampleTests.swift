import TestSupport
import Testing

/// What an operator of `examples/forty-clusters` reads before each everyday change of its file.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct FortyClustersExampleTests {
  /// A change of the fleet file, and which part of its plan is looked at.
  private struct Change {
    /// The golden file's name.
    let name: String
    /// What stands in the file once, and what comes in its place.
    let edit: (String, with: String)
    /// What `fedctl plan` is told besides.
    var choice: [String] = []

    func changed(_ fleet: String) throws -> String {
      try #require(fleet.ranges(of: edit.0).count == 1, "\(name)")
      return fleet.replacing(edit.0, with: edit.with)
    }
  }

  private static let lastInUS = line("prod-us-10", in: "prod-us")
  private static let nextThanos = "quay.io/thanos/thanos:v0.42.5"
  private static let comeBack = Change(
    name: "maintenance-off",
    edit: (", maintenance: true", with: ""),
  )

  private static let changes = [
    Change(
      name: "added",
      edit: (lastInUS, with: lastInUS + line("prod-us-11", in: "prod-us")),
      choice: ["--cluster", "prod-us-11"],
    ),
    Change(
      name: "image",
      edit: ("  queryFrontend:", with: "  querier: {image: \(nextThanos)}\n  queryFrontend:"),
    ),
    Change(
      name: "version",
      edit: ("retention: 24h\n", with: "retention: 24h\n      version: v3.13.1\n"),
    ),
    Change(name: "retention", edit: ("raw: 30d", with: "raw: 7d")),
    Change(name: "replicas", edit: ("replicas: 3\n", with: "replicas: 5\n")),
    Change(
      name: "label",
      edit: (#": "4711"}"#, with: #": "4711", example.com/owner: platform}"#),
      choice: ["--cluster", "edge-01"],
    ),
    Change(name: "moved", edit: (lastInUS, with: line("prod-us-10", in: "prod-eu"))),
    Change(
      name: "removed",
      edit: (line("prod-eu-23", in: "prod-eu"), with: ""),
      choice: ["--cluster", "prod-eu-23"],
    ),
    comeBack,
    Change(
      name: "maintenance-on",
      edit: ("edge-02, groups: [edge]", with: "edge-02, groups: [edge], maintenance: true"),
    ),
    Change(name: "mirror", edit: ("mirror.example.com/", with: "mirror2.example.com/")),
    Change(
      name: "target",
      edit: (
        "      targets:\n",
        with: "      targets:\n        - {name: lab, url: 'https://lab.example.com/push'}\n",
      ),
    ),
  ]

  /// What the example's README has there before the first apply, of what the sandbox asks for.
  private static let namespace = """
    apiVersion: v1
    kind: Namespace
    metadata: {name: company-metrics}
    """
  private static let login = """
    apiVersion: v1
    kind: Secret
    metadata: {name: mirror-login, namespace: company-metrics}
    type: kubernetes.io/dockerconfigjson
    stringData: {.dockerconfigjson: '{"auths": {}}'}
    """
  private static let priorityClass = """
    apiVersion: scheduling.k8s.io/v1
    kind: PriorityClass
    metadata: {name: platform-services}
    value: 1000
    """
  private static let archiveToken = """
    apiVersion: v1
    kind: Secret
    metadata: {name: site-archive-token, namespace: company-metrics}
    stringData: {token: a}
    """

  /// A cluster, as the example's file writes it.
  private static func line(_ cluster: String, in group: String) -> String {
    "  - {name: \(cluster), groups: [\(group)]}\n"
  }

  private let fleet: String
  private let sandbox: Sandbox

  init() throws {
    let fleet = try ExampleFleet.unchecked("forty-clusters")
    let clusters = fleet.matches(of: #/- \{name: ([a-z0-9-]+), groups/#).map { String($0.1) }
    let names = ["hub"] + clusters + ["prod-us-11"]
    self.fleet = fleet
    sandbox = try Sandbox([
      "--contexts", names.joined(separator: ","), "--namespaces", "shop", "--prometheus-operator",
    ])
    for name in names where name.hasPrefix("edge-") {
      for object in [Self.namespace, Self.login, Self.archiveToken] { try make(object, on: name) }
    }
    try make(Self.priorityClass, on: "hub")
  }

  @Test func `the example is applied, changed and taken away, and each plan can be read`() throws {
    for object in [Self.namespace, Self.login] { try make(object, on: "hub") }
    // The whole of it is a hundred lines; that of forty alike is among FortyClustersTests.
    try plan("first", fleet, ["--cluster", "edge-01"])
    // The hub's namespace is the fleet's from here on, so that it goes with it.
    let namespace = ["delete", "namespace/company-metrics"]
    #expect(try sandbox.kubectl("hub", namespace).status == 0)
    try succeed("apply", "--yes", fleet: fleet)
    try make(Self.login, on: "hub")
    try plan("no-change", fleet)
    for change in Self.changes {
      try plan(change.name, change.changed(fleet), change.choice)
    }
    let whole = try Self.comeBack.changed(fleet)
    try succeed("apply", "--yes", fleet: whole)
    try succeed("plan", "--detailed-exitcode", fleet: whole)
    // What is somebody else's keeps a namespace.
    let login = ["-n", "company-metrics", "delete", "secret/mirror-login"]
    #expect(try sandbox.kubectl("hub", login).status == 0)
    try succeed("teardown", "--yes", "--delete-volumes", fleet: whole)
    let left = try sandbox.kubectl("hub", "get", "namespace", "company-metrics")
    #expect(left.stderr.contains("NotFound"))
  }

  private func make(_ objects: String, on cluster: String) throws {
    let applied = try sandbox.kubectl(cluster, "apply", "-f", "-", input: objects)
    try #require(applied.status == 0, "\(applied.stderr)")
  }

  private func plan(_ name: String, _ fleet: String, _ choice: [String] = []) throws {
    let outcome = try Fedctl(["plan"] + choice).against(sandbox, fleet: fleet).run()
    #expect(outcome.status == 0, "\(name): \(outcome.stderr)")
    let text = outcome.stdout.withoutChance
    #expect(try differenceFromGolden(text, at: "forty-clusters-example/\(name).txt") == nil)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 60, "\(name)")
  }

  private func succeed(_ arguments: String..., fleet: String) throws {
    let outcome = try Fedctl(arguments).against(sandbox, fleet: fleet).run()
    try #require(outcome.status == 0, "\(arguments): \(outcome.stdout)\(outcome.stderr)")
  }
}
