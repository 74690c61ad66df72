import Foundation
import TestSupport
import Testing

/// `fedctl init --from-kubeconfig`: what clusters tell becomes a file that validates and plans.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
  .timeLimit(.minutes(60)),
)
struct InitFromKubeconfigTests {
  private static let key = "canary-of-the-runbook"

  /// What a runbook has left on the hub.
  private static let runbook = """
    apiVersion: v1
    kind: Namespace
    metadata: {name: metrics}
    ---
    apiVersion: v1
    kind: Secret
    metadata: {name: store-s3-credentials, namespace: metrics}
    stringData:
      store-s3-secret.yaml: |
        type: S3
        config:
          bucket: grafana-cck
          endpoint: s3.us-east-2.amazonaws.com
          region: us-east-2
          access_key: \(key)-id
          secret_key: \(key)
    ---
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: {name: thanos-receive, namespace: metrics}
    spec:
      serviceName: thanos-receive
      selector: {matchLabels: {app: thanos-receive}}
      template:
        metadata: {labels: {app: thanos-receive}}
        spec:
          containers:
          - {name: receive, image: "quay.io/thanos/thanos:v0.24.0", args: [receive]}
          volumes:
          - {name: bucket, secret: {secretName: store-s3-credentials}}
    """

  private static let prometheus = """
    apiVersion: v1
    kind: Namespace
    metadata: {name: metrics}
    ---
    apiVersion: monitoring.coreos.com/v1
    kind: Prometheus
    metadata: {name: prometheus-k8s, namespace: metrics}
    spec:
      externalLabels: {cluster: east, stage: "on"}
    """

  private func written(
    _ sandbox: Sandbox,
    _ arguments: String...,
  ) throws -> (outcome: Fedctl.Outcome, file: String) {
    var text = ""
    let run = Fedctl(["init", "--from-kubeconfig"] + arguments)
      .environment("KUBECONFIG", sandbox.kubeconfig)
    let outcome = try run.run { folder in
      let file = folder.appending(path: "fleet.yaml")
      text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }
    return (outcome, text)
  }

  @Test func `what clusters tell is a file with each guess above its line, and no key`() throws {
    let sandbox = try Sandbox("--prometheus-operator", "--contexts", "east,metrics-hub,west")
    #expect(
      try sandbox.kubectl("metrics-hub", "apply", "-f", "-", input: Self.runbook).status == 0
    )
    #expect(try sandbox.kubectl("east", "apply", "-f", "-", input: Self.prometheus).status == 0)
    let release = #"{"status":{"desired":{"version":"4.18.9"}}}"#
    let patched = try sandbox.kubectl(
      "west",
      ["patch", "clusterversion/version", "--subresource=status", "--type=merge", "-p", release],
    )
    #expect(patched.status == 0, "\(patched.stderr)")
    let (outcome, file) = try written(sandbox)
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(!(file + outcome.stdout + outcome.stderr).contains(Self.key))
    #expect(try differenceFromGolden(file, at: "init/from-kubeconfig.yaml") == nil)
    #expect(try Fedctl("validate").file(file).run().status == 0)
    // There is no bucket beside the sandbox.
    let fleet = file.replacing("bucket:\n", with: "bucket:\n  check: false\n")
    let plan = try sandbox.fedctl("plan", fleet: fleet)
    #expect(plan.status == 0, "\(plan.stderr)")
    #expect(plan.stdout.contains("to adopt"), "\(plan.stdout)")
  }

  @Test func `contexts are chosen by patterns, and the hub by its name`() throws {
    let sandbox = try Sandbox("--contexts", "prod-a,prod-b,test")
    let (outcome, file) = try written(sandbox, "prod-*", "--hub", "prod-b")
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(file.contains("hub:\n  context: prod-b\n") && !file.contains("test\n"))
    let none = try written(sandbox, "dev-*").outcome
    #expect(none.status == 1)
    #expect(none.stderr.contains("No context is like dev-*; there are prod-a, prod-b, test."))
    let hub = try written(sandbox, "prod-*", "--hub", "test").outcome
    #expect(hub.status == 1 && hub.stderr.contains("It takes one of prod-a, prod-b."))
    #expect(try Fedctl("init", "prod-*").run().status == 64)
  }

  @Test func `a cluster that is away is told, and is no entry`() throws {
    let sandbox = try Sandbox("--contexts", "hub,away,here", "--fault", "context=away,status=403")
    let (outcome, file) = try written(sandbox)
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(file.contains("- name: here\n") && !file.contains("- name: away"))
    #expect(file.contains("# away is left out: "))
  }
}
