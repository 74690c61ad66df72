import TestSupport
import Testing

/// Objects that somebody made by hand, from the runbook, before there was fedctl.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
  .enabled(if: WorldKind.suits(.openShift), "needs such clusters"),
)
struct AdoptionTests {
  private let runbook = """
    apiVersion: v1
    kind: Namespace
    metadata: {name: thanos}
    ---
    apiVersion: v1
    kind: ServiceAccount
    metadata: {name: cluster1-metrics, namespace: thanos}
    ---
    apiVersion: v1
    kind: Secret
    metadata: {name: thanos-querier-proxy, namespace: thanos}
    data: {session_secret: a2VlcG1la2VlcG1la2VlcG1la2VlcG1la2VlcG1lNDM=}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: thanos-querier, namespace: thanos, labels: {app: thanos-querier}}
    spec:
      selector: {app: thanos-querier}
      ports:
      - {name: web-proxy, port: 9091, targetPort: web-proxy}
      - {name: old, port: 1234, targetPort: 1234}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: thanos-querier, namespace: thanos, labels: {app: thanos-querier}}
    spec:
      selector: {matchLabels: {app: thanos-querier}}
      template:
        metadata: {labels: {app: thanos-querier}}
        spec:
          containers:
          - {name: querier-of-the-runbook, image: "quay.io/thanos/thanos:v0.8.1", args: [query]}
    """

  @Test
  func `what the runbook made and nobody uses any more is told, and goes when that is wanted`()
    throws
  {
    let sandbox = try Sandbox()
    let view = """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: view, namespace: thanos}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
      subjects:
      - {kind: ServiceAccount, name: cluster1-metrics, namespace: thanos}
      - {kind: ServiceAccount, name: test-cluster-0, namespace: thanos}
      """
    let more = """
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: test-cluster-0, namespace: thanos}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: grafana-config, namespace: thanos}
      data: {grafana.ini: YQ==}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: somebody-elses, namespace: thanos}
      """
    for document in (runbook.split(separator: "---\n") + more.split(separator: "---\n")) + [
      Substring(view)
    ] {
      let made = try sandbox.kubectl("hub", "create", "-f", "-", input: String(document))
      #expect(made.status == 0, "\(made.stderr)")
    }
    let plan = try sandbox.fedctl("plan", "--full").stdout
    for object in [
      "Secret thanos/grafana-config", "ServiceAccount thanos/test-cluster-0",
      "RoleBinding thanos/view",
    ] {
      #expect(plan.contains("  = \(object)\n        left over from a runbook: "), "\(plan)")
    }
    #expect(plan.contains("\n3 leftovers of a runbook: --remove-leftovers deletes what is named"))
    #expect(!plan.contains("somebody-elses"))
    let apply = try sandbox.fedctl("apply", "--yes")
    #expect(apply.status == 0, "\(apply.stderr)")
    let removal = try sandbox.fedctl("apply", "--yes", "--remove-leftovers")
    #expect(removal.status == 0, "\(removal.stdout)\(removal.stderr)")
    #expect(removal.stdout.contains("\nApply complete: 3 deleted.\n"), "\(removal.stdout)")
    let left = try sandbox.kubectl(
      "hub",
      "-n",
      "thanos",
      "get",
      "secrets,serviceaccounts,rolebindings",
      "-o",
      "name",
    ).stdout
    #expect(left.contains("secret/somebody-elses"))
    #expect(
      !left.contains("test-cluster-0") && !left.contains("/view\n")
        && !left.contains("grafana-config")
    )
  }

  @Test func `the runbook's objects are taken over field by field and not doubled`() throws {
    let world = try World()
    for document in runbook.split(separator: "---\n") {
      let made = try world.kubectl("hub", "create", "-f", "-", input: String(document))
      #expect(made.status == 0, "\(made.stderr)")
    }
    let plan = try world.fedctl("plan", "--full").stdout
    let taken = "  (exists without the fleet's label: taken over)"
    for object in [
      "Namespace thanos", "ServiceAccount thanos/cluster1-metrics",
      "Secret thanos/thanos-querier-proxy", "Service thanos/thanos-querier",
    ] {
      #expect(plan.contains("  @ \(object)\(taken)\n"))
    }
    #expect(plan.contains("        .spec.selector is taken from kubectl-create\n"))
    #expect(plan.contains("      - spec.selector.app: \"thanos-querier\"\n"))
    #expect(plan.contains("      - metadata.labels.app: \"thanos-querier\"\n"))
    #expect(!plan.contains("      - spec.type"))
    // What every adopted object gets is one line of names.
    #expect(!plan.contains("      + metadata.labels."), "\(plan)")
    let lines = plan.split(separator: "\n")
    let account = lines.drop { !$0.hasPrefix("  @ ServiceAccount thanos/cluster1-metrics") }
    let labels = "      + metadata.labels: app.kubernetes.io/"
    #expect(account.dropFirst().first?.hasPrefix(labels) == true, "\(account.prefix(9))")
    // A Deployment's selector cannot be changed: it is made anew, and the plan says why.
    #expect(
      plan.contains(
        "  -/+ Deployment thanos/thanos-querier  (deleted and created again: its pods stop "
      )
    )
    #expect(plan.contains("        cannot be changed in place: spec.selector\n"), "\(plan)")

    let apply = try world.fedctl("apply", "--yes")
    #expect(apply.status == 0, "\(apply.stderr)")
    #expect(try world.fedctl("plan", "--detailed-exitcode").status == 0)
    let ports = try world.field("hub", "service/thanos-querier", ".spec.ports[*].name")
    #expect(Set(ports.split(separator: " ")) == ["web-proxy", "grafana-access"])
    let containers = ".spec.template.spec.containers[*].name"
    #expect(
      try world.field("hub", "deployment/thanos-querier", containers)
        == "thanos-querier oauth-proxy"
    )
    let session = try world.field(
      "hub",
      "secret/thanos-querier-proxy",
      ".data.session_secret",
    )
    #expect(session.base64Decoded == "keepmekeepmekeepmekeepmekeepme43")
  }

  /// As where a controller writes a status many times a second: each time the server refuses what was read before.
  @Test(.enabled(if: WorldKind.isPlayed))
  func `what others write all the time is taken over all the same`() throws {
    let sandbox = try Sandbox.withFleet()
    let hand = #"{"spec":{"type":"NodePort"}}"#
    try sandbox.kubectl("hub", "-n", "thanos", "patch", "service/thanos-querier", "-p", hand)
    let apply = try Fedctl("apply").against(sandbox, fleet: ExampleFleet.text)
      .answering("yes") {
        try sandbox.setFaults(
          "verb=patch,resource=services,name=thanos-querier,count=12,status=409"
        )
      }
      .run()
    #expect(apply.status == 0, "\(apply.stdout)\(apply.stderr)")
    let type = try sandbox.field("hub", "service/thanos-querier", ".spec.type")
    #expect(type == "ClusterIP")
  }

  @Test func `an object of another fleet is left alone`() throws {
    let world = try World.withFleet()
    let other = try ExampleFleet.text.replacing(
      "name: edge-metrics\ntopology",
      with: "name: other\ntopology",
    )
    let plan = try world.fedctl("plan", "--full", fleet: other)
    #expect(plan.status == 3)
    #expect(plan.stdout.contains("belongs to fleet edge-metrics"))
    let apply = try world.fedctl("apply", "--yes", fleet: other)
    #expect(apply.status == 3)
    #expect(try world.fedctl("plan", "--detailed-exitcode").status == 0)
  }
}
