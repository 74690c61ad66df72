import Foundation
import TestSupport
import Testing

/// The whole life of each example's fleet, with the words in which it is planned.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct LifecycleTests {
  @Test(arguments: Lifecycle.all)
  func `plan, apply, no change, change, teardown`(_ life: Lifecycle) throws {
    let fleet = try ExampleFleet.unchecked(life.example)
    let changed = try life.changed(fleet)
    let sandbox = try life.sandbox()
    func plan(_ step: String, _ arguments: String..., fleet: String) throws {
      let outcome = try Fedctl(arguments).against(sandbox, fleet: fleet).run()
      #expect(outcome.status == 0, "\(outcome.stderr)")
      #expect(
        try differenceFromGolden(outcome.stdout.withoutChance, at: "\(life.example)/\(step).txt")
          == nil
      )
    }
    func apply(_ fleet: String) throws {
      let outcome = try sandbox.fedctl("apply", "--yes", fleet: fleet)
      #expect(outcome.status == 0, "\(outcome.stderr)")
      let again = try sandbox.fedctl("plan", "--detailed-exitcode", fleet: fleet)
      #expect(again.status == 0, "\(again.stdout)")
    }

    try plan("plan", "plan", fleet: fleet)
    if let certificate = life.certificate {
      // Only now there is a namespace to bring it to; what mounts it waits.
      _ = try sandbox.fedctl("apply", "--yes", "--wait-timeout", "3s", fleet: fleet)
      try sandbox.makeCertificate(certificate, on: "hub", in: life.namespace, authority: "a")
    }
    try apply(fleet)
    try plan("no-change", "plan", fleet: fleet)
    try plan("change", "plan", fleet: changed)
    try apply(changed)
    if let certificate = life.certificate {
      try sandbox.kubectl("hub", "-n", life.namespace, "delete", "secret", certificate)
    }
    try plan("teardown", "teardown", "--dry-run", fleet: changed)
    let teardown = try sandbox.fedctl("teardown", "--yes", "--delete-volumes", fleet: changed)
    #expect(teardown.status == 0, "\(teardown.stderr)")
    for context in ["hub", "cluster1", "cluster2"] {
      let left = try sandbox.kubectl(context, "get", "namespaces", "-o", "name").stdout
      #expect(left.split(separator: "\n").allSatisfy { !$0.hasSuffix("/\(life.namespace)") })
    }
  }
}

/// One example, what its clusters have before it comes, and one change of its file.
struct Lifecycle: CustomTestStringConvertible {
  let example: String
  let namespace: String
  let cluster: [String]
  let change: (String, with: String)
  /// A Secret that somebody has to bring to the hub, without which it does not become ready.
  var certificate: String?

  var testDescription: String { example }

  static let all = [
    Lifecycle(
      example: "receive-openshift",
      namespace: "thanos",
      cluster: ["--prometheus-operator"],
      change: ("stage: test", with: "stage: staging"),
    ),
    Lifecycle(
      example: "receive-olm",
      namespace: "thanos",
      cluster: ["--prometheus-operator"],
      change: ("stage: test", with: "stage: staging"),
    ),
    Lifecycle(
      example: "receive-at-scale",
      namespace: "thanos",
      cluster: ["--prometheus-operator"],
      // From six pods behind routers to one that does everything.
      change: (
        """
            replicas: 6
            replicationFactor: 3
            # What takes the requests: the pods behind it come and go without it being noticed.
            router:
              replicas: 3

        """, with: "",
      ),
    ),
    Lifecycle(
      example: "receive-kubernetes",
      namespace: "thanos",
      cluster: ["--prometheus-operator"],
      change: ("host: metrics.example.com", with: "host: metrics.example.net"),
      certificate: "metrics-example-com",
    ),
    Lifecycle(
      example: "federate-kubernetes",
      namespace: "monitoring",
      cluster: ["--prometheus-operator"],
      change: ("retention: 30d", with: "retention: 60d"),
    ),
    Lifecycle(
      example: "sidecar-kubernetes",
      namespace: "monitoring",
      cluster: ["--prometheus-operator"],
      change: ("host: cluster1.prometheus", with: "host: first.prometheus"),
    ),
    Lifecycle(
      example: "collector-openshift",
      namespace: "thanos",
      cluster: [],
      change: ("interval: 4m30s", with: "interval: 2m"),
    ),
    Lifecycle(
      example: "collector-kubernetes",
      namespace: "thanos",
      cluster: [],
      change: ("interval: 2m", with: "interval: 3m"),
    ),
  ]

  /// The fleet file with the change, which must be one.
  func changed(_ fleet: String) throws -> String {
    let text = fleet.replacing(change.0, with: change.with)
    try #require(text != fleet)
    return text
  }

  func sandbox() throws -> Sandbox { try Sandbox(cluster) }
}

extension String {
  /// The text without what differs from run to run: ports and uids.
  var withoutChance: String {
    replacing(#/127\.0\.0\.1:\d+/#, with: "127.0.0.1:PORT")
      .replacing(#/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/#, with: "UID")
  }
}
