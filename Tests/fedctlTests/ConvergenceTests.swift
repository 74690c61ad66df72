import Foundation
import TestSupport
import Testing

/// Plan, apply, plan again: the second plan is empty and reads only.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct ConvergenceTests {
  @Test func `what was applied is planned as no change, by reading alone`() throws {
    let sandbox = try Sandbox.withFleet()
    try sandbox.forgetRequests()
    let plan = try sandbox.fedctl("plan", "--full", "--detailed-exitcode")
    #expect(plan.status == 0)
    #expect(plan.stdout.contains("\nNo changes. 3 clusters hold what the fleet file asks for.\n"))
    let requests = try sandbox.requests()
    #expect(requests.allSatisfy { $0.method == "GET" })
    // Each one's identity, the namespaces, and a LIST for each kind that is wanted or recorded there; on the hub the
    // claims, storage classes and tokens, too. A thousand clusters take a thousand times what is added here.
    let counts = Dictionary(grouping: requests, by: \.context).mapValues(\.count)
    #expect(counts == ["hub": 18, "cluster1": 20, "cluster2": 17])
  }

  @Test func `each cluster gets a token of its own identity and the hub's address`() throws {
    let sandbox = try Sandbox.withFleet()
    let host = try sandbox.field("hub", "route/thanos-receive", ".status.ingress[0].host")
    for cluster in ["cluster1", "cluster2"] {
      let token = try sandbox.field(
        cluster,
        "secret/metrics-bearer-token",
        ".data.metrics_bearer_token",
      )
      #expect(
        token.base64Decoded.tokenSubject == "system:serviceaccount:thanos:\(cluster)-metrics"
      )
      let url = try sandbox.field(
        cluster,
        "prometheus/federated-prometheus",
        ".spec.remoteWrite[0].url",
      )
      #expect(url == "https://\(host)/api/v1/receive")
    }
  }

  @Test(arguments: [
    ("hub", "service/grafana"), ("hub", "serviceaccount/thanos-querier"),
    ("hub", "deployment/thanos-querier"), ("hub", "route/grafana"),
    ("cluster1", "secret/prometheus-k8s-proxy"), ("cluster2", "configmap/hub-ingress-ca"),
    ("cluster1", "prometheus/federated-prometheus"),
  ])
  func `a deleted object is planned and made again, and nothing else`(
    _ context: String,
    _ object: String,
  ) throws {
    let sandbox = try Sandbox.withFleet()
    try sandbox.kubectl(context, "-n", "thanos", "delete", object)
    let plan = try sandbox.fedctl("plan", "--full", "--detailed-exitcode")
    #expect(plan.status == 2)
    #expect(plan.stdout.plannedChanges.count == 1)
    #expect(plan.stdout.contains("Plan: 1 to create, "))
    try sandbox.forgetRequests()
    #expect(try sandbox.fedctl("apply", "--yes").status == 0)
    let writes = try sandbox.requests().filter { !$0.isRead && !$0.path.contains("/leases") }
    // What a hand owns is taken over before it is applied, which may take a patch of its own.
    #expect((1...2).contains(writes.count) && writes.allSatisfy { $0.method == "PATCH" })
    #expect(Set(writes.map { $0.path.prefix { $0 != "?" } }).count == 1)
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode").status == 0)
  }

  @Test(arguments: [
    ("hub", "deployment/thanos-querier", #"{"spec":{"replicas":7}}"#, "spec.replicas: 7 -> 2"),
    (
      "cluster1", "prometheus/federated-prometheus", #"{"spec":{"retention":"1h"}}"#,
      #"spec.retention: "1h" -> "24h""#,
    ),
    (
      "cluster2", "service/prometheus-k8s", #"{"metadata":{"labels":{"fedctl.dev/cluster":"x"}}}"#,
      #"metadata.labels["fedctl.dev/cluster"]: "x" -> "cluster2""#,
    ),
    (
      "cluster1", "configmap/hub-ingress-ca", #"{"data":{"ca-bundle.crt":"mine"}}"#,
      "data[\"ca-bundle.crt\"]:\n          - mine\n          + (certificate ",
    ),
  ])
  func `a changed field is planned and mended, and nothing else`(
    _ context: String,
    _ object: String,
    _ patch: String,
    _ line: String,
  ) throws {
    let sandbox = try Sandbox.withFleet()
    try sandbox.kubectl(
      context,
      "-n",
      "thanos",
      "patch",
      object,
      "--type",
      "merge",
      "-p",
      patch,
    )
    let plan = try sandbox.fedctl("plan", "--full")
    #expect(plan.stdout.plannedChanges.count == 1)
    #expect(plan.stdout.contains("      ~ \(line)"))
    try sandbox.forgetRequests()
    #expect(try sandbox.fedctl("apply", "--yes").status == 0)
    let writes = try sandbox.requests().filter { !$0.isRead && !$0.path.contains("/leases") }
    // What a hand owns is taken over before it is applied, which may take a patch of its own.
    #expect((1...2).contains(writes.count) && writes.allSatisfy { $0.method == "PATCH" })
    #expect(Set(writes.map { $0.path.prefix { $0 != "?" } }).count == 1)
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode").status == 0)
  }

  @Test func `consumers of a hand-off whose producer has gone are planned with it`() throws {
    let sandbox = try Sandbox.withFleet()
    try sandbox.kubectl("hub", "-n", "thanos", "delete", "route/thanos-receive")
    let plan = try sandbox.fedctl("plan", "--full")
    #expect(
      plan.stdout.plannedChanges == [
        "  + Route thanos/thanos-receive", "  ~ Prometheus thanos/federated-prometheus",
        "  ~ Prometheus thanos/federated-prometheus",
      ]
    )
    #expect(
      plan.stdout.contains(
        """
              < spec.remoteWrite[0].url: "https://(known after apply)/api/v1/receive" \
        from hub: Route thanos/thanos-receive status.ingress[].host
        """
      )
    )
    #expect(try sandbox.fedctl("apply", "--yes").status == 0)
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode").status == 0)
  }

  @Test func `a cluster that leaves the file is cleaned up and its identity revoked`() throws {
    let sandbox = try Sandbox.withFleet()
    let fleet = try ExampleFleet.withoutCluster2
    let plan = try sandbox.fedctl("plan", "--full", fleet: fleet)
    for identity in [
      "  - Secret thanos/cluster2-metrics-token", "  - RoleBinding thanos/cluster2-metrics",
      "  - ServiceAccount thanos/cluster2-metrics",
    ] {
      #expect(plan.stdout.plannedChanges.contains(identity))
    }
    #expect(try sandbox.fedctl("apply", "--yes", fleet: fleet).status == 0)
    let left = try sandbox.kubectl(
      "cluster2",
      "get",
      "-A",
      "-l",
      "fedctl.dev/fleet",
      "-o",
      "name",
      "secrets,configmaps,services,serviceaccounts,routes,prometheuses,roles,subscriptions",
    )
    #expect(left.stdout == "")
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 0)
  }
}
