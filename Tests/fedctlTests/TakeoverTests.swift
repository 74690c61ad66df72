import Foundation
import TestSupport
import Testing

/// What hands have put into the fleet's objects, and how it is taken back, step by step.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the hand of these tests"),
  .enabled(if: WorldKind.suits(.openShift), "needs such clusters"),
)
struct TakeoverTests {
  private let querier = "service/thanos-querier"

  private func patch(_ clusters: some Clusters, _ object: String, _ patch: String) throws {
    let type = patch.hasPrefix("[") ? "json" : "merge"
    let done = try clusters.kubectl(
      "hub",
      "-n",
      "thanos",
      "patch",
      object,
      "--type=\(type)",
      "-p",
      patch,
    )
    #expect(done.status == 0, "\(done.stderr)")
  }

  @Test func `a port that a hand has moved goes back, in the server's own form`() throws {
    let world = try World.withFleet()
    try patch(world, querier, #"[{"op":"replace","path":"/spec/ports/0/port","value":4242}]"#)
    let plan = try world.fedctl("plan", "--full", "--detailed-exitcode")
    #expect(plan.status == 2, "\(plan.stdout)")
    #expect(plan.stdout.contains(".port: 4242 -> "))
    #expect(!plan.stdout.contains("      - spec."))
    #expect(try world.fedctl("apply", "--yes").status == 0)
    #expect(try !world.field("hub", querier, ".spec.ports[*].port").contains("4242"))
  }

  @Test func `a refusal that comes from the file alone tells only what the file asks for`() throws {
    let world = try World.withFleet()
    try patch(world, querier, #"{"spec":{"type":"NodePort"}}"#)
    let plan = try world.fedctl(
      "plan",
      "--full",
      fleet: try patched("{sessionAffinity: Sometimes}"),
    )
    #expect(plan.status == 3, "\(plan.stdout)")
    #expect(plan.stdout.contains("the server refuses it: "))
    // Nothing happens to what the server has set itself, so nothing is said of it.
    #expect(!plan.stdout.contains("      - spec."), "\(plan.stdout)")
    #expect(plan.stdout.contains(#"      ~ spec.sessionAffinity: "None" -> "Sometimes""#))
  }

  @Test func `a refusal that a hand's fields have nothing to do with is told by the plan`() throws {
    let world = try World.withFleet()
    try patch(world, querier, #"{"spec":{"publishNotReadyAddresses":true}}"#)
    let theirs = try world.kubectl(
      "hub",
      "-n",
      "thanos",
      "patch",
      querier,
      "--type=json",
      "--field-manager=some-controller",
      "-p",
      #"[{"op":"add","path":"/spec/ports/-","value":{"name":"extra","port":5555}}]"#,
    )
    #expect(theirs.status == 0, "\(theirs.stderr)")
    let fleet = try patched("{ports: [{name: extra, port: 9999}]}")
    let plan = try world.fedctl("plan", "--full", fleet: fleet)
    #expect(plan.status == 3, "\(plan.stdout)")
    #expect(plan.stdout.contains("Duplicate value"), "\(plan.stdout)")
  }

  /// The example with something else in the querier's Service.
  private func patched(_ spec: String) throws -> String {
    try ExampleFleet.text + """

      patches:
        - target: {kind: Service, name: thanos-querier}
          merge: {spec: \(spec)}
      """
  }

  @Test
  func `what others write between plan and yes does not stop an adoption, a hand's change does`()
    throws
  {
    for (change, status) in [
      (#"{"metadata":{"annotations":{"controller.example.com/seen":"1"}}}"#, 0),
      (#"{"spec":{"sessionAffinity":"ClientIP"}}"#, 3),
    ] as [(String, Int32)] {
      let world = try World.withFleet()
      let made = try world.kubectl(
        "hub",
        "-n",
        "thanos",
        "label",
        querier,
        "fedctl.dev/fleet-",
        "app=by-hand",
      )
      #expect(made.status == 0, "\(made.stderr)")
      let manager = status == 0 ? "some-controller" : "kubectl-edit"
      let apply = try Fedctl("apply").against(world, fleet: try ExampleFleet.text)
        .answering("yes") {
          try world.kubectl(
            "hub",
            "-n",
            "thanos",
            "patch",
            querier,
            "--type=merge",
            "-p",
            change,
            "--field-manager=\(manager)",
          )
        }.run()
      #expect(apply.status == status, "\(apply.stdout)\(apply.stderr)")
      let label = try world.field("hub", querier, ".metadata.labels.app")
      #expect(label == (status == 0 ? "" : "by-hand"))
    }
  }

  @Test func `an object of which no owners are recorded loses what hands had put there at once`()
    throws
  {
    let world = try World.withFleet()
    try patch(
      world,
      querier,
      #"[{"op":"add","path":"/spec/ports/-","value":{"name":"old","port":9099,"targetPort":9099}},"#
        + #"{"op":"remove","path":"/metadata/labels/fedctl.dev~1fleet"}]"#,
    )
    try patch(world, querier, #"{"metadata":{"managedFields":[{}]}}"#)
    let plan = try world.fedctl("plan", "--full").stdout
    #expect(plan.contains("      - spec.ports[name=old]") || plan.contains("9099"), "\(plan)")
    #expect(try world.fedctl("apply", "--yes").status == 0)
    #expect(try !world.field("hub", querier, ".spec.ports[*].name").contains("old"))
    #expect(try world.fedctl("plan", "--detailed-exitcode").status == 0)
  }

  @Test(.enabled(if: WorldKind.isPlayed))
  func `an object that somebody has deleted is told, waited for and made again`() throws {
    let sandbox = try Sandbox.withFleet()
    let object = "deployment/thanos-querier"
    let uid = try sandbox.field("hub", object, ".metadata.uid")
    try patch(sandbox, object, #"{"metadata":{"finalizers":["example.com/hold"]}}"#)
    try sandbox.kubectl("hub", "-n", "thanos", "delete", object, "--wait=false")
    let plan = try sandbox.fedctl("plan", "--full", "--detailed-exitcode")
    #expect(plan.status == 2)
    #expect(plan.stdout.contains("made anew: "))
    #expect(plan.stdout.contains("example.com/hold"))
    try sandbox.forgetRequests()
    // A thread of its own: tests that wait for programs hold all those of tasks.
    let releasing = Thread {
      while !Thread.current.isCancelled {
        let isWaitedFor = try? sandbox.requests().contains {
          $0.path.contains("watch") && $0.path.contains("thanos-querier")
        }
        if isWaitedFor == true { break }
        usleep(20_000)
      }
      _ = try? sandbox.kubectl(
        "hub",
        "-n",
        "thanos",
        "patch",
        object,
        "--type=merge",
        "-p",
        #"{"metadata":{"finalizers":null}}"#,
      )
    }
    releasing.start()
    let apply = try sandbox.fedctl("apply", "--yes", "--wait-timeout", "20m")
    releasing.cancel()
    #expect(apply.status == 0, "\(apply.stdout)\(apply.stderr)")
    let now = try sandbox.field("hub", object, ".metadata.uid")
    #expect(!now.isEmpty && now != uid)
  }
}

/// What of an adopted object is never shown.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the hand of these tests"),
  .enabled(if: WorldKind.suits(.openShift), "needs such clusters"),
)
struct AdoptionSecrecyTests {
  private let runbook = """
    apiVersion: v1
    kind: Secret
    metadata: {name: store-s3-credentials, namespace: thanos, annotations: {note: canary-of-a-note}}
    stringData: {store-s3.yaml: "type: s3\\nconfig: {secret_key: canaryoldsecret}\\n"}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: thanos-querier, namespace: thanos}
    spec:
      selector: {matchLabels: {app.kubernetes.io/name: thanos-querier, app.kubernetes.io/instance: edge-metrics}}
      template:
        metadata: {labels: {app.kubernetes.io/name: thanos-querier, app.kubernetes.io/instance: edge-metrics}}
        spec:
          containers:
          - name: thanos-querier
            image: quay.io/thanos/thanos:v0.11.0
            env: [{name: S3_SECRET_KEY, value: canaryenvvalue}]
    """

  @Test
  func `a runbook's secrets are shown neither as data nor as kubectl's copy nor as variables`()
    throws
  {
    let world = try World()
    try world.kubectl("hub", "create", "namespace", "thanos")
    for document in runbook.split(separator: "---\n") {
      let made = try world.kubectl("hub", "apply", "-f", "-", input: String(document))
      #expect(made.status == 0, "\(made.stderr)")
    }
    let plan = try world.fedctl("plan", "--full").stdout
    #expect(plan.contains("  @ Secret thanos/store-s3-credentials"))
    #expect(plan.contains("      - metadata.annotations.note: (sensitive)\n"), "\(plan)")
    #expect(plan.contains("(sensitive)"))
    for secret in ["canaryoldsecret", "canaryenvvalue", "canary-of-a-note", "last-applied"] {
      #expect(!plan.contains(secret))
    }
  }
}
