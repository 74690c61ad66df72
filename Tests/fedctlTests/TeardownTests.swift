import Foundation
import TestSupport
import Testing

/// The real binary against the sandbox, with and without a bucket on a real S3 server.
@Suite(
  .waitsForPrograms,
  .enabled(if: WorldKind.suits(.openShift), "needs such clusters"),
  .enabled(if: Sandbox.hasKubectl && ObjectServer.isInstalled, "needs what make setup installs"),
)
struct TeardownTests {
  /// How long a teardown waits that will not end: a real namespace's controller takes its time to say why.
  private let patience = WorldKind.isPlayed ? "2s" : "30s"

  @Test func `everything the fleet made goes, and nothing else`() throws {
    let world = try World.withFleet()
    let bystanders = try Bystanders(world)
    let plan = try world.fedctl("teardown", "--dry-run", "--full", "--delete-volumes")
    #expect(plan.status == 0)
    let order = plan.stdout.plannedChanges
    // Platforms may have the definitions already that OLM brings, and claims of the operator's pods are made by
    // real controllers alone.
    let definitions = order.count { $0.hasPrefix("  - CustomResourceDefinition ") }
    let claims = order.count { $0.hasPrefix("  - PersistentVolumeClaim thanos/prometheus-") }
    if WorldKind.isPlayed { #expect(definitions == 16 && claims == 0) }
    let count = 87 + definitions + claims
    #expect(plan.stdout.contains("Plan: \(count) to delete\n"))
    #expect(
      order.before("Prometheus thanos/federated-prometheus", "Subscription thanos/prometheus")
    )
    #expect(
      order.before("StatefulSet thanos/thanos-receive", "Secret thanos/store-s3-credentials")
    )
    let outcome = try world.fedctl("teardown", "--yes", "--delete-volumes")
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(outcome.stdout.hasSuffix("Teardown complete: \(count) deleted.\n"))
    #expect(try world.remains() == [])
    try bystanders.expectUntouched()
    let again = try world.fedctl("teardown", "--yes", "--delete-volumes")
    #expect(again.status == 0)
    #expect(again.stdout.hasSuffix("Nothing to tear down. 3 clusters hold nothing of it.\n"))
  }

  @Test func `a namespace with somebody else's object stays, and says whose`() throws {
    let world = try World.withFleet()
    try world.kubectl("cluster1", "-n", "thanos", "create", "configmap", "mine")
    let outcome = try world.fedctl("teardown", "--yes", "--delete-volumes")
    #expect(outcome.status == 0)
    #expect(outcome.stdout.contains("stays: it holds objects of others: ConfigMap thanos/mine"))
    #expect(try world.kubectl("cluster1", "-n", "thanos", "get", "configmap/mine").status == 0)
    #expect(try world.kubectl("cluster2", "get", "namespace/thanos").status != 0)
    try world.kubectl("cluster1", "-n", "thanos", "delete", "configmap/mine")
    #expect(try world.fedctl("teardown", "--yes", "--delete-volumes").status == 0)
    #expect(try world.remains() == [])
  }

  /// The API of OLM has its kinds in two versions, none of which has them all.
  @Test func `an object of a kind that only another version serves keeps its namespace`() throws {
    let world = try World.withFleet()
    let objects = """
      apiVersion: operators.coreos.com/v1alpha1
      kind: CatalogSource
      metadata: {name: theirs}
      spec: {sourceType: grpc}
      ---
      apiVersion: operators.coreos.com/v1alpha1
      kind: ClusterServiceVersion
      metadata: {name: copy.v1.0.0, labels: {olm.copiedFrom: openshift-operators}}
      spec: {displayName: Copy, version: 1.0.0, install: {strategy: deployment}}
      """
    let made = try world.kubectl(
      "cluster1",
      "-n",
      "thanos",
      "create",
      "-f",
      "-",
      input: objects,
    )
    #expect(made.status == 0, "\(made.stderr)")
    let outcome = try world.fedctl("teardown", "--yes", "--delete-volumes")
    #expect(outcome.status == 0)
    #expect(
      outcome.stdout.contains(
        "stays: it holds objects of others: CatalogSource thanos/theirs\n"
      ),
      "\(outcome.stdout)",
    )
    let left = try world.kubectl("cluster1", "-n", "thanos", "get", "catalogsource/theirs")
    #expect(left.status == 0)
  }

  @Test func `a namespace that was there before the fleet outlives it, without its labels`() throws
  {
    let world = try World()
    try world.kubectl("cluster2", "create", "namespace", "thanos")
    try world.kubectl("cluster2", "label", "namespace/thanos", "team=theirs")
    #expect(try world.fedctl("apply", "--yes").status == 0)
    let outcome = try world.fedctl("teardown", "--yes", "--delete-volumes")
    #expect(outcome.status == 0)
    #expect(outcome.stdout.contains("  > Namespace thanos  (was there before the fleet"))
    let labels = try world.kubectl(
      "cluster2",
      "get",
      "namespace/thanos",
      "-o",
      "jsonpath={.metadata.labels}",
    )
    #expect(labels.status == 0 && !labels.stdout.contains("fedctl.dev"))
    #expect(labels.stdout.contains("theirs"))
    #expect(try world.remains() == [])
  }

  @Test func `volume claims and their namespace stay until they are asked for`() throws {
    let world = try World.withFleet()
    let kept = try world.fedctl("teardown", "--yes")
    #expect(kept.status == 0, "\(kept.stderr)")
    #expect(kept.stdout.contains("stays: 3 volume claims in it hold metrics"))
    let left = try world.kubectl("hub", "-n", "thanos", "get", "pvc", "-o", "name")
    #expect(left.stdout.split(separator: "\n").count == 3)
    let outcome = try world.fedctl("teardown", "--yes", "--delete-volumes")
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(try world.kubectl("hub", "get", "namespace/thanos").status != 0)
  }

  @Test(.enabled(if: WorldKind.isPlayed))
  func `a cluster that cannot be reached is remembered, and the next run finishes`() throws {
    let sandbox = try Sandbox.withFleet()
    try sandbox.setFaults("context=cluster2,drop")
    let first = try sandbox.fedctl("teardown", "--yes", "--delete-volumes")
    #expect(first.status == 3)
    #expect(first.stdout.contains("stays: it records cluster2, which cannot be looked at now"))
    #expect(try sandbox.kubectl("cluster1", "get", "namespace/thanos").status != 0)
    // Its identity has gone from the hub all the same.
    let accounts = try sandbox.kubectl(
      "hub",
      "-n",
      "thanos",
      "get",
      "serviceaccounts",
      "-o",
      "name",
    )
    #expect(!accounts.stdout.contains("cluster2-metrics"))
    try sandbox.setFaults()
    #expect(try sandbox.fedctl("teardown", "--yes", "--delete-volumes").status == 0)
    #expect(try sandbox.remains() == [])
  }

  @Test func `one cluster leaves alone, with its identity on the hub`() throws {
    let world = try World.withFleet()
    let outcome = try world.fedctl(
      "teardown",
      "--yes",
      "--delete-volumes",
      "--cluster",
      "cluster1",
    )
    #expect(outcome.status == 0, "\(outcome.stderr)")
    let left = try world.remains()
    #expect(!left.contains { $0.hasPrefix("cluster1:") || $0.contains("/cluster1-") })
    #expect(left.contains("hub: serviceaccount/cluster2-metrics"))
    #expect(left.contains { $0.hasPrefix("cluster2: prometheus") })
    let unknown = try world.fedctl(
      "teardown",
      "--yes",
      "--delete-volumes",
      "--cluster",
      "cluster9",
    )
    #expect(unknown.status == 1)
    #expect(unknown.stderr.contains("Name one of `cluster1` or `cluster2`."))
  }

  @Test func `what keeps an object from going is named`() throws {
    let world = try World.withFleet()
    try world.kubectl(
      "cluster1",
      "-n",
      "thanos",
      "patch",
      "configmap/hub-ingress-ca",
      "--type",
      "merge",
      "-p",
      #"{"metadata":{"finalizers":["example.com/hold"]}}"#,
    )
    let outcome = try world.fedctl(
      "teardown",
      "--yes",
      "--delete-volumes",
      "--wait-timeout",
      patience,
    )
    #expect(outcome.status == 3)
    #expect(
      outcome.stderr.contains("is being deleted, and waits for whoever sets example.com/hold")
    )
    try world.kubectl(
      "cluster1",
      "-n",
      "thanos",
      "patch",
      "configmap/hub-ingress-ca",
      "--type",
      "merge",
      "-p",
      #"{"metadata":{"finalizers":null}}"#,
    )
    #expect(try world.fedctl("teardown", "--yes", "--delete-volumes").status == 0)
    #expect(try world.remains() == [])
  }

  @Test func `a namespace that does not end says what is left in it`() throws {
    let world = try World.withFleet()
    let owner = try world.field("cluster1", "prometheus/federated-prometheus", ".metadata.uid")
    let left = """
      {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {
        "name": "left", "namespace": "thanos", "finalizers": ["example.com/hold"],
        "ownerReferences": [{"apiVersion": "monitoring.coreos.com/v1", "kind": "Prometheus",
          "name": "federated-prometheus", "uid": "\(owner)"}]}}
      """
    try world.kubectl("cluster1", "create", "-f", "-", input: left)
    let outcome = try world.fedctl(
      "teardown",
      "--yes",
      "--delete-volumes",
      "--wait-timeout",
      patience,
    )
    #expect(outcome.status == 3)
    #expect(outcome.stderr.contains("Namespace thanos is not ready after "))
    #expect(
      outcome.stderr.contains(
        """
        is being deleted: Some resources are remaining: configmaps. has 1 resource instances; Some content in the namespace has finalizers remaining: \
        example.com/hold in 1 resource instances
        """
      ),
      "\(outcome.stderr)",
    )
    try world.kubectl(
      "cluster1",
      "-n",
      "thanos",
      "patch",
      "configmap/left",
      "--type",
      "merge",
      "-p",
      #"{"metadata":{"finalizers":null}}"#,
    )
    #expect(try world.fedctl("teardown", "--yes", "--delete-volumes").status == 0)
    #expect(try world.remains() == [])
  }

  @Test(.enabled(if: WorldKind.isPlayed)) func `nobody to ask, or the wrong name, changes nothing`()
    throws
  {
    let sandbox = try Sandbox.withFleet()
    try sandbox.forgetRequests()
    let unasked = try sandbox.fedctl("teardown")
    #expect(unasked.status == 1)
    #expect(unasked.stderr.contains("nobody can be asked: standard input is no terminal"))
    let wrong = try Fedctl("teardown").against(sandbox, fleet: ExampleFleet.text)
      .answering("yes").run()
    #expect(wrong.status == 1)
    #expect(wrong.stderr.hasSuffix("error: not approved, nothing has been changed\n"))
    #expect(try sandbox.requests().allSatisfy(\.isRead))
    let right = try Fedctl("teardown").against(sandbox, fleet: ExampleFleet.text)
      .answering("edge-metrics").run()
    #expect(right.status == 0)
  }

  /// Every request in turn where FEDCTL_EVERY_KILL is set, else some of them.
  @Test(.enabled(if: WorldKind.isPlayed)) func `a teardown that is killed is finished by the next`()
    throws
  {
    let whole = try Sandbox.withFleet()
    try whole.forgetRequests()
    #expect(try whole.fedctl("teardown", "--yes", "--delete-volumes").status == 0)
    let count = try whole.requests().count
    let step = ProcessInfo.processInfo.environment["FEDCTL_EVERY_KILL"] == nil ? 67 : 1
    for number in stride(from: count / 4, to: count, by: step) {
      let sandbox = try Sandbox.withFleet()
      let bystanders = try Bystanders(sandbox)
      let (log, before) = (sandbox.logFile, Sandbox.lineCount(of: sandbox.logFile))
      _ = try Fedctl("teardown", "--yes", "--delete-volumes").against(
        sandbox,
        fleet: ExampleFleet.text,
      )
      .killed { Sandbox.lineCount(of: log) >= before + number }.run()
      let again = try sandbox.fedctl("teardown", "--yes", "--delete-volumes")
      #expect(again.status == 0, "killed at request \(number): \(again.stderr)")
      let left = try sandbox.remains()
      #expect(left == [], "killed at request \(number) of \(count): \(again.stdout.suffix(300))")
      try bystanders.expectUntouched()
    }
  }

  /// The same with an API server that ends its connections, is away for a second or falls silent; every other run
  /// is killed soon after.
  @Test(.enabled(if: WorldKind.isPlayed), arguments: ["restart", "refuse=1", "hang"])
  func `a teardown that loses its API server at a request is finished by the next`(_ fault: String)
    throws
  {
    let whole = try Sandbox.withFleet()
    try whole.forgetRequests()
    #expect(try whole.fedctl("teardown", "--yes", "--delete-volumes").status == 0)
    let count = try whole.requests().count
    let isEvery = ProcessInfo.processInfo.environment["FEDCTL_EVERY_KILL"] != nil
    for (turn, number) in stride(from: count / 4, to: count, by: isEvery ? 1 : count / 2)
      .enumerated()
    {
      let sandbox = try Sandbox.withFleet()
      let bystanders = try Bystanders(sandbox)
      try sandbox.setFaults("after=\(number),count=1,\(fault)")
      let (log, before) = (sandbox.logFile, Sandbox.lineCount(of: sandbox.logFile))
      let last = turn.isMultiple(of: 2) ? before + number + 9 : Int.max
      let hit = try Fedctl("teardown", "--yes", "--delete-volumes", "--wait-timeout", "6s")
        .against(sandbox, fleet: ExampleFleet.text)
        .killed { Sandbox.lineCount(of: log) >= last }.run()
      #expect([0, 1, 3, SIGKILL].contains(hit.status), "\(fault) at \(number): \(hit.stderr)")
      let again = try sandbox.fedctl("teardown", "--yes", "--delete-volumes")
      #expect(again.status == 0, "\(fault) at request \(number): \(again.stderr)")
      #expect(try sandbox.remains() == [], "\(fault) at \(number): \(again.stdout.suffix(300))")
      try bystanders.expectUntouched()
    }
  }
}

/// Objects of others, near the fleet's.
struct Bystanders {
  private let clusters: any Clusters

  init(_ clusters: some Clusters) throws {
    self.clusters = clusters
    for context in ["hub", "cluster1", "cluster2"] {
      try clusters.kubectl(context, "create", "namespace", "bystander")
      try clusters.kubectl(context, "-n", "bystander", "create", "configmap", "theirs")
      try clusters.kubectl(
        context,
        "create",
        "clusterrole",
        "theirs",
        "--verb=get",
        "--resource=pods",
      )
    }
  }

  func expectUntouched() throws {
    for context in ["hub", "cluster1", "cluster2"] {
      let map = try clusters.kubectl(context, "-n", "bystander", "get", "configmap/theirs")
      let role = try clusters.kubectl(context, "get", "clusterrole/theirs")
      #expect(map.status == 0 && role.status == 0)
    }
  }
}

extension Clusters {
  /// Everything on any cluster that says it is the fleet's, and its leases.
  func remains() throws -> [String] {
    let kinds =
      "namespaces,secrets,configmaps,services,serviceaccounts,deployments,statefulsets,roles,"
      + "rolebindings,clusterroles,clusterrolebindings,networkpolicies,poddisruptionbudgets,routes"
    let defined = "subscriptions,operatorgroups,clusterserviceversions,prometheuses,servicemonitors"
    return try ["hub", "cluster1", "cluster2"].flatMap { context in
      try [kinds, defined].flatMap { kinds in
        try kubectl(
          context,
          "get",
          kinds,
          "-A",
          "-l",
          "fedctl.dev/fleet=edge-metrics",
          "-o",
          "name",
        ).stdout.split(separator: "\n")
      }.map { "\(context): \($0)" }
        + kubectl(context, "get", "leases", "-A", "-o", "name").stdout.split(separator: "\n")
        .filter { $0.contains("fedctl") }.map { "\(context): \($0)" }
    }
  }
}

extension [String] {
  /// Whether one object is named before another.
  fileprivate func before(_ first: String, _ second: String) -> Bool {
    guard let one = firstIndex(where: { $0.hasSuffix(first) }),
      let other = firstIndex(where: { $0.hasSuffix(second) })
    else { return false }
    return one < other
  }
}
