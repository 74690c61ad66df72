import Fleet
import Foundation
import HTTP
import JSON
import Metrics
import Templates
import TestSupport
import Testing

/// `fedctl verify` through the proxy of the querier's Service, behind which a real Prometheus answers.
@Suite(
  .waitsForPrograms,
  .enabled(
    if: Sandbox.hasKubectl && PrometheusProcess.isInstalled,
    "needs what make setup installs",
  ),
  .timeLimit(.minutes(60)),
)
struct VerifyCommandTests {
  private let hub: PrometheusProcess
  private let sandbox: Sandbox
  private let text: String
  private let expected: FleetArrivals

  init() throws {
    hub = try PrometheusProcess.started(
      arguments: ["--web.enable-remote-write-receiver"]
    ) { _ in ["storage": ["tsdb": ["out_of_order_time_window": "2h"]]] }
    sandbox = try Sandbox([
      "--rbac", "--proxy", "hub/thanos/thanos-querier=http://127.0.0.1:\(hub.port)",
    ])
    text = try ExampleFleet.unchecked("receive-olm")
    let fleet = try #require(Fleet.read(Array(text.utf8), file: "fleet.yaml").fleet)
    expected = arrivals(of: fleet)
  }

  /// Writes what the file expects of a cluster, until a moment ago.
  private func write(_ cluster: ClusterArrivals) async throws {
    let own = Dictionary(cluster.labels.map { ($0.name, $0.value) }) { $1 }
    var series: [Series] = []
    for replica in 0..<(cluster.replicas ?? 1) {
      let copy = ["collector_replica": "prometheus-\(replica)"].merging(own) { $1 }
      let names: [Labels] = [
        ["__name__": "up", "job": "federated-prometheus"],
        ["__name__": "up", "namespace": "reverse-words-app", "endpoint": "http"],
        ["__name__": "namespace:container_cpu_usage:sum"],
        ["__name__": "namespace:container_memory_usage_bytes:sum"],
        ["__name__": "pod:container_cpu_usage:sum"], ["__name__": "kube_pod_labels"],
      ]
      for name in names {
        let times = stride(from: 900.0, through: 2, by: -Double(cluster.interval))
        let points = times.map { Series.Point(time: Date(timeIntervalSinceNow: -$0), value: 1) }
        series.append(Series(labels: name.merging(copy) { $1 }, points: points))
      }
    }
    let response = try await HTTPTransport().send(
      HTTPRequest(
        .post,
        "http://127.0.0.1:\(hub.port)/api/v1/write",
        headers: WriteRequest.headers.map { HTTPHeader($0.name, $0.value) },
        body: WriteRequest(series).body,
        timeout: .seconds(3_600),
      )
    )
    #expect(response.isSuccess)
  }

  private func verify(_ arguments: String...) throws -> Fedctl.Outcome {
    try Fedctl(["verify"] + arguments).against(sandbox, fleet: text).run()
  }

  /// Where the sandbox answers for the hub; it refuses a token that was taken back.
  private var hubServer: String {
    get throws {
      let document = try JSON(parsing: String(contentsOfFile: sandbox.kubeconfig, encoding: .utf8))
      return document["clusters"]?[0]?["cluster"]?["server"]?.stringValue ?? ""
    }
  }

  @Test func `what arrives is well, and what does not is told by its cause`() async throws {
    let applied = try sandbox.fedctl("apply", "--yes", fleet: text)
    #expect(applied.status == 0, "\(applied.stderr)")
    for cluster in expected.clusters { try await write(cluster) }
    let well = try verify()
    #expect(well.status == 0, "\(well.stdout)\(well.stderr)")
    #expect(well.stdout.hasSuffix("2 of 2 clusters arrive as the file says.\n"))

    // The second cluster under a name from which nothing has come.
    let moved = text.replacing(
      "externalLabels: {stage: test",
      with: "externalLabels: {cluster: new, stage: test",
    )
    let patch =
      #"{"spec":{"remoteWrite":[{"name":"hub","url":"\#(try hubServer)/apis","authorization":{"credentials":{"name":"metrics-bearer-token","key":"metrics_bearer_token"}}}]}}"#
    let patched = try sandbox.kubectl(
      "cluster2",
      "-n",
      "thanos",
      "patch",
      "prometheus",
      "federated-prometheus",
      "--type=merge",
      "-p",
      patch,
    )
    #expect(patched.status == 0, "\(patched.stderr)")
    func codes() throws -> [[String]] {
      let outcome = try Fedctl("verify", "-o", "json").against(sandbox, fleet: moved).run()
      #expect(outcome.status == 3, "\(outcome.stderr)")
      #expect(try Schema.faults(of: outcome.stdout, by: "report-1.json") == "")
      let clusters = try JSON(parsing: outcome.stdout)["verify"]?["clusters"]?.arrayValue ?? []
      return clusters.map {
        ($0["findings"]?.arrayValue ?? []).compactMap { $0["code"]?.stringValue }
      }
    }
    #expect(
      try codes() == [
        ["verify.arriving"],
        ["verify.under-other-name", "verify.not-allowed"],
      ]
    )
    try sandbox.kubectl("hub", "-n", "thanos", "delete", "secret", "cluster2-metrics-token")
    #expect(try codes()[1].last == "verify.token-refused")
    try sandbox.kubectl("cluster2", "-n", "thanos", "delete", "secret", "metrics-bearer-token")
    #expect(try codes()[1].last == "verify.no-token")
    let junit = try Fedctl("verify", "-o", "junit").against(sandbox, fleet: moved).run()
    #expect(junit.stdout.contains(#"<failure type="verify.under-other-name""#))
  }

  @Test func `a sample that is written as a cluster is found, or its refusal told`() async throws {
    #expect(try sandbox.fedctl("apply", "--yes", fleet: text).status == 0)
    for cluster in expected.clusters { try await write(cluster) }
    let ways = [
      ("cluster1", "http://127.0.0.1:\(hub.port)/api/v1/write"),
      ("cluster2", "\(try hubServer)/apis"),
    ]
    for (cluster, url) in ways {
      let patch = """
        [{"op":"replace","path":"/spec/remoteWrite/0/url","value":"\(url)"},
         {"op":"remove","path":"/spec/remoteWrite/0/tlsConfig"}]
        """
      let patched = try sandbox.kubectl(
        cluster,
        "-n",
        "thanos",
        "patch",
        "prometheus",
        "federated-prometheus",
        "--type=json",
        "-p",
        patch,
      )
      #expect(patched.status == 0, "\(patched.stderr)")
    }
    let outcome = try verify("--probe")
    #expect(outcome.status == 3)
    #expect(
      outcome.stdout.contains("the hub does not let its token write (403)"),
      "\(outcome.stdout)",
    )
    let series = try hub.series(#"fedctl_probe{cluster="cluster1"}"#, atLeast: 1)
    #expect(series.first?["metric"]?["stage"] == "prod")
    #expect(try hub.series(#"absent(fedctl_probe{cluster="cluster2"})"#, atLeast: 1).count == 1)
    let found = try verify("--probe", "--cluster", "cluster1", "-o", "json")
    #expect(found.status == 0)
    #expect(found.stdout.contains("\"verify.probe-found\""))
  }

  @Test func `a hub that cannot be asked is told with what to do`() throws {
    let before = try verify()
    #expect(before.status == 3)
    #expect(
      before.stdout.contains(#"cannot be asked for metrics: endpoints "thanos-querier" not found"#)
    )
    #expect(before.stdout.contains("-> Run `fedctl apply`, which makes the querier."))
    let elsewhere = try verify("--query-url", "http://127.0.0.1:1", "--cluster", "cluster1")
    #expect(elsewhere.stdout.contains("the connection was refused"))
    #expect(elsewhere.stdout.contains("cluster1:") && !elsewhere.stdout.contains("cluster2:"))
  }

  @Test func `whoever has the role of verify may, and nobody has more use of it`() async throws {
    #expect(try sandbox.fedctl("apply", "--yes", fleet: text).status == 0)
    for cluster in expected.clusters.prefix(1) { try await write(cluster) }
    let root = URL(filePath: #filePath).appending(path: "../../..").standardized
    for context in ["hub", "cluster1", "cluster2"] {
      let role = root.appending(path: "examples/rbac/verify.yaml").path
      #expect(try sandbox.kubectl(context, "apply", "-f", role).status == 0)
      let bound = try sandbox.kubectl(
        context,
        "create",
        "clusterrolebinding",
        "limited",
        "--clusterrole=fedctl-verify",
        "--user=limited",
      )
      #expect(bound.status == 0)
    }
    let kubeconfig = try String(contentsOfFile: sandbox.kubeconfig, encoding: .utf8)
    let limited = kubeconfig.replacing(#/"user":\s*\{\}/#, with: #""user": {"as": "limited"}"#)
    func run() throws -> String {
      try Fedctl("verify").against(sandbox, fleet: text).file(named: "limited", limited)
        .environment("KUBECONFIG", "limited").run().stdout
    }
    let seen = try run()
    #expect(seen.contains("ok        cluster1: "))
    #expect(!seen.contains("cannot be read"))
    try sandbox.kubectl("hub", "delete", "clusterrolebinding", "limited")
    #expect(try run().contains("`get` on `services/proxy`"))
  }
}
