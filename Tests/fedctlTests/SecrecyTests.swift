import Foundation
import TestSupport
import Testing

/// Secrets go to the cluster that they are meant for and nowhere else.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct SecrecyTests {
  @Test func `no command shows a key, a session secret or a token, whatever happens`() throws {
    let sandbox = try Sandbox()
    var outputs: [Fedctl.Outcome] = []
    outputs.append(try sandbox.fedctl("render"))
    outputs.append(try sandbox.fedctl("plan", "-v", "--fields"))
    try sandbox.setFaults("context=cluster2,verb=patch,resource=secrets,status=422")
    outputs.append(try sandbox.fedctl("apply", "--yes", "-v", "--wait-timeout", "5s"))
    try sandbox.setFaults()
    outputs.append(try sandbox.fedctl("apply", "--yes", "-v"))
    let secrets = try self.secrets(of: sandbox)
    #expect(secrets.count == 2 + 5 + 4)
    // Someone pastes a token where it does not belong, and changes the Secrets by hand.
    try sandbox.kubectl(
      "cluster1",
      "-n",
      "thanos",
      "patch",
      "configmap/hub-ingress-ca",
      "--type",
      "merge",
      "-p",
      #"{"data":{"ca-bundle.crt":"\#(secrets[secrets.count - 1])"}}"#,
    )
    try sandbox.kubectl(
      "hub",
      "-n",
      "thanos",
      "patch",
      "secret/store-s3-credentials",
      "--type",
      "merge",
      "-p",
      #"{"data":{"store-s3-secret.yaml":"Y2hhbmdlZA=="}}"#,
    )
    outputs.append(try sandbox.fedctl("plan", "-v", "--fields"))
    try sandbox.setFaults("every=2,status=500")
    outputs.append(try sandbox.fedctl("apply", "--yes", "-v", "--wait-timeout", "3s"))
    try sandbox.setFaults()
    outputs.append(try sandbox.fedctl("status", "-v"))
    for output in outputs {
      for secret in secrets {
        #expect(!output.shows(secret))
        #expect(!output.shows(Data(secret.utf8).base64EncodedString()))
      }
    }
    // The plan does say that these fields change.
    #expect(outputs[4].stdout.contains("(sensitive) -> (sensitive)"))
  }

  @Test func `a setting that stands in a Secret is told, and no key beside it`() throws {
    let sandbox = try Sandbox.withFleet()
    let fleet = try ExampleFleet.text
      .replacing("kube_pod_labels", with: "kube_node_labels")
      .replacing("region: us-east-2\n", with: "region: eu-west-3\n")
      .replacing("s3.us-east-2", with: "s3.eu-west-3")
    let plan = try sandbox.fedctl("plan", "--full", fleet: fleet)
    let data = #"      ~ data["store-s3-secret.yaml"].config"#
    for line in [
      #"\#(data).endpoint: "s3.us-east-2.amazonaws.com" -> "s3.eu-west-3.amazonaws.com""#,
      #"\#(data).region: "us-east-2" -> "eu-west-3""#,
      #": "{__name__=\"kube_pod_labels\"}" -> "{__name__=\"kube_node_labels\"}""#,
    ] {
      #expect(plan.stdout.contains("\(line)\n"), "\(plan.stdout)")
    }
    #expect(plan.stdout.contains(#"      ~ data["scrape-configs.yaml"][1].params["match[]"]["#))
    #expect(!plan.stdout.contains("(sensitive)"), "\(plan.stdout)")
    #expect(!plan.shows(Fedctl.canaryKey))
  }

  /// A server may quote what it was sent, and most of that was made or minted in this very run.
  @Test func `a server that quotes what it is sent tells nobody anything`() throws {
    let sandbox = try Sandbox()
    try sandbox.setFaults("verb=patch,resource=secrets,quote")
    let outcome = try sandbox.fedctl("apply", "--yes", "-v", "--wait-timeout", "5s")
    #expect(outcome.status == 3)
    let quoted = outcome.stderr.split(separator: "the sandbox was told to quote: ").dropFirst()
    #expect(quoted.count > 4)
    for text in quoted {
      let message = text.prefix { !$0.isNewline }
      let rest = message.replacing("(sensitive)", with: "").filter { !" ,.\"".contains($0) }
      // Of each quotation in base64, at most the digits that belong to what is around it are left.
      #expect(rest.count < 40, "\(message)")
    }
  }

  /// The bucket's keys, every session secret and every token, as the clusters hold them.
  private func secrets(of sandbox: Sandbox) throws -> [String] {
    let fields = [
      ("hub", "thanos-receive-proxy", "session_secret"),
      ("hub", "thanos-querier-proxy", "session_secret"),
      ("hub", "grafana-proxy", "session_secret"),
      ("cluster1", "prometheus-k8s-proxy", "session_secret"),
      ("cluster2", "prometheus-k8s-proxy", "session_secret"),
      ("hub", "cluster1-metrics-token", "token"), ("hub", "cluster2-metrics-token", "token"),
      ("cluster1", "metrics-bearer-token", "metrics_bearer_token"),
      ("cluster2", "metrics-bearer-token", "metrics_bearer_token"),
    ]
    let live = try fields.map { context, secret, key in
      try sandbox.field(context, "secret/\(secret)", ".data.\(key)").base64Decoded
    }
    return [Fedctl.canaryKeyID, Fedctl.canaryKey] + live.filter { !$0.isEmpty }
  }
}

extension Fedctl.Outcome {
  fileprivate func shows(_ text: String) -> Bool {
    stdout.contains(text) || stderr.contains(text)
  }
}
