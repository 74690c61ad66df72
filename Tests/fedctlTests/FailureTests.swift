import TestSupport
import Testing

/// What goes wrong is told with cluster, object, cause and next step, and stops nothing else.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct FailureTests {
  /// Applies the example while something is wrong, and then again when it is mended.
  private func failing(
    _ fault: String,
    fleet: String? = nil,
    _ check: (Fedctl.Outcome) throws -> Void,
  ) throws {
    let sandbox = try Sandbox("--fault", fault)
    let outcome = try sandbox.fedctl("apply", "--yes", "--wait-timeout", "3s", fleet: fleet)
    #expect(outcome.status == 3)
    try check(outcome)
    try sandbox.setFaults()
    // A router looks at a Route once: what it has passed over must be made anew.
    for context in ["hub", "cluster1", "cluster2"] {
      try sandbox.kubectl(context, "delete", "routes", "-A", "--all")
    }
    let again = try sandbox.fedctl("apply", "--yes", "--wait-timeout", "20m")
    #expect(again.status == 0, "\(again.stderr)")
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode").status == 0)
  }

  @Test func `what may not be read is told as such, and not as missing`() throws {
    let sandbox = try Sandbox.withFleet()
    try sandbox.setFaults("context=hub,resource=routes,forbid")
    let plan = try sandbox.fedctl("plan", "--full")
    #expect(plan.status == 3, "\(plan.stdout)")
    #expect(plan.stdout.contains("  ? Route thanos/thanos-receive\n"), "\(plan.stdout)")
    #expect(!plan.stdout.contains("  + "))
    #expect(!plan.stdout.contains("  ~ "), "\(plan.stdout)")
    #expect(plan.stdout.contains(" that cannot be read\n"))
  }

  @Test
  func `what needs an application's namespace that is not there is left out, and nothing else`()
    throws
  {
    let fleet = try ExampleFleet.text
      .replacing("namespace: reverse-words-app", with: "namespace: shop")
    let sandbox = try Sandbox()
    let plan = try sandbox.fedctl("plan", "--full", fleet: fleet)
    #expect(plan.status == 3)
    let apply = try sandbox.fedctl("apply", "--yes", fleet: fleet)
    #expect(apply.status == 3, "\(apply.stdout)\(apply.stderr)")
    #expect(
      apply.stderr.contains(
        "Role shop/edge-metrics.thanos.service-discovery: left out: namespace shop does not exist"
      ),
      "\(apply.stderr)",
    )
    #expect(apply.stderr.contains("cluster1: Prometheus thanos/federated-prometheus: created"))
    #expect(!apply.stderr.contains("skipped"), "\(apply.stderr)")
    #expect(apply.stdout.contains(" left out. Mend what is refused, then run it again.\n"))
    let ready = try sandbox.field(
      "cluster1",
      "prometheus/federated-prometheus",
      ".status.conditions[?(@.type==\"Available\")].status",
    )
    #expect(ready == "True")
    for context in ["cluster1", "cluster2"] {
      try sandbox.kubectl(context, "create", "namespace", "shop")
    }
    #expect(try sandbox.fedctl("apply", "--yes", fleet: fleet).status == 0)
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 0)
  }

  @Test func `a managed cluster that is down leaves the others done`() throws {
    try failing("context=cluster2,down") { outcome in
      #expect(outcome.stdout.contains("cluster2  context cluster2  UNKNOWN: "))
      #expect(outcome.stderr.contains("cluster1: Prometheus thanos/federated-prometheus: created"))
      let told = outcome.stderr.split(separator: "\n").filter { $0.hasPrefix("cluster2: ") }
      #expect(told.allSatisfy { $0.hasPrefix("cluster2: waiting for http") }, "\(told)")
    }
  }

  @Test func `a hub that is down leaves what does not need it done`() throws {
    try failing("context=hub,down") { outcome in
      #expect(outcome.stdout.contains("hub       context hub  UNKNOWN: "))
      #expect(outcome.stderr.contains("warning: the hub cannot be reached"))
      #expect(outcome.stderr.contains("cluster1: Subscription thanos/prometheus: created"))
      #expect(
        outcome.stderr.contains(
          "cluster1: Secret thanos/metrics-bearer-token: failed: waits for cluster hub"
        )
      )
    }
  }

  @Test func `a context that is missing is named with those that there are`() throws {
    let sandbox = try Sandbox()
    let fleet = try ExampleFleet.text.replacing("context: cluster2", with: "context: cluster9")
    let outcome = try sandbox.fedctl("apply", "--yes", fleet: fleet)
    #expect(outcome.status == 3)
    #expect(outcome.stdout.contains("UNKNOWN: there is no context cluster9 in "))
    #expect(outcome.stderr.contains("cluster1: Prometheus thanos/federated-prometheus: created"))
  }

  @Test func `refused credentials are named with what to do`() throws {
    try failing("context=cluster2,status=401") { outcome in
      #expect(
        outcome.stdout.contains(
          "UNKNOWN: the cluster refuses the kubeconfig's credentials (401): log in again"
        )
      )
    }
  }

  @Test func `a kind that may not be written fails with its dependants alone`() throws {
    try failing("context=cluster1,verb=patch,resource=secrets,forbid") { outcome in
      #expect(
        outcome.stderr.contains("cluster1: Secret thanos/metrics-bearer-token: failed: ")
      )
      #expect(outcome.stderr.contains("forbidden"))
      #expect(
        outcome.stderr.contains("cluster1: Prometheus thanos/federated-prometheus: skipped because")
      )
      #expect(outcome.stderr.contains("cluster2: Prometheus thanos/federated-prometheus: created"))
    }
  }

  @Test func `a Route that is never admitted is named with what it waits for`() throws {
    try failing("context=hub,resource=routes,never-admit") { outcome in
      #expect(
        outcome.stderr.contains(
          "hub: Route thanos/thanos-receive: failed: Route thanos/thanos-receive is not ready "
            + "after 3 s: no router has admitted it yet"
        )
      )
      #expect(
        outcome.stderr.contains(
          "cluster1: Prometheus thanos/federated-prometheus: skipped because "
            + "hub: Route thanos/thanos-receive failed"
        )
      )
    }
  }

  @Test func `an operator that is never installed keeps its resources back`() throws {
    try failing("context=cluster1,resource=installplans,forbid") { outcome in
      #expect(outcome.stderr.contains("cluster1: Subscription thanos/prometheus: failed: "))
      #expect(outcome.stderr.contains("cluster1: ServiceMonitor thanos/reverse-words: skipped"))
      #expect(outcome.stderr.contains("cluster2: Prometheus thanos/federated-prometheus: created"))
    }
  }

  @Test(arguments: ["status=503", "status=429", "drop", "drop-answer"])
  func `answers that come at the second try make no difference`(_ effect: String) throws {
    // Seldom enough that nobody is out of luck at every try.
    let sandbox = try Sandbox("--fault", "every=7,\(effect)")
    let outcome = try sandbox.fedctl("apply", "--yes")
    #expect(outcome.status == 0, "\(outcome.stderr)")
    try sandbox.setFaults()
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode").status == 0)
  }

  @Test func `nothing is applied without approval`() throws {
    let sandbox = try Sandbox()
    let outcome = try sandbox.fedctl("apply")
    #expect(outcome.status == 1)
    #expect(
      outcome.stderr == """
        error: nobody can be asked: standard input is no terminal
          Read the plan, then apply it with --yes.

        """
    )
    #expect(try sandbox.requests().allSatisfy(\.isRead))
  }
}
