import Foundation
import JSON
import TestSupport
import Testing

/// Reports over data whose figures are known, told by a real Prometheus.
@Suite(
  .waitsForPrograms,
  .enabled(if: PrometheusProcess.isInstalled, "make setup unpacks Prometheus"),
  .serialized,
)
struct UsageReportTests {
  private static let prometheus = try? PrometheusProcess.holding(KnownUse.openMetrics)

  static let fleet = """
    apiVersion: fedctl.dev/v1alpha1
    kind: Fleet
    name: known
    topology: collector
    platform: openshift
    bucket: {name: metrics, region: us-east-2}
    hub: {context: hub}
    defaults: {collector: {image: "registry.example.com/metrics-collector:v1"}}
    groups: {few: {}}
    clusters:
    - {name: a, context: a, groups: [few]}
    - {name: b, context: b}
    - {name: c, context: c}
    - {name: base, context: base, platform: kubernetes}
    - {name: gone, context: gone}
    """

  private func run(_ arguments: String...) throws -> Fedctl.Outcome {
    let url = try #require(Self.prometheus).url
    return try Fedctl(
      ["report", "--query-url", url, "--until", "2026-11-26T02:00:00Z", "--window", "2h"]
        + arguments
    )
    .file(Self.fleet).run()
  }

  private func json(_ arguments: String...) throws -> JSON {
    let url = try #require(Self.prometheus).url
    let outcome = try Fedctl(
      [
        "report", "--query-url", url, "--until", "2026-11-26T02:00:00Z", "--window", "2h", "-o",
        "json",
      ]
        + arguments
    )
    .file(Self.fleet).run()
    try #require(outcome.status == 3, "\(outcome.stderr)")
    if Tool.path("python") != nil {
      #expect(try Schema.faults(of: outcome.stdout, by: "usage-1.json") == "")
    }
    return try JSON(parsing: outcome.stdout)
  }

  /// What a figure is known to be: of each value that a step of so many parts has, and of the step's nodes.
  private struct Known {
    let values: [Double]
    let nodes: [Double]
    let pods: Double

    /// As the page about reports says that statistics are worked out, written a second time.
    static func statistics(_ values: [Double]) -> [Double] {
      let sorted = values.sorted()
      func rank(_ share: Double) -> Double {
        let place = share * Double(sorted.count - 1)
        let (low, high) = (Int(place.rounded(.down)), Int(place.rounded(.up)))
        return sorted[low] * (1 - (place - Double(low))) + sorted[high] * (place - Double(low))
      }
      return [
        values.reduce(0, +) / Double(values.count), rank(0.5), rank(0.95), sorted[sorted.count - 1],
      ]
    }

    var whole: [Double] { Self.statistics(values) }
    var perNode: [Double] { Self.statistics(zip(values, nodes).map { $0 / $1 }) }
    var perPod: [Double] { Self.statistics(values.map { $0 / pods }) }
  }

  /// nil for a combination that no cluster has.
  private func use(
    _ cluster: String,
    _ version: String,
    _ component: String,
    _ measure: String,
    parts: Int = 1,
  ) -> Known? {
    guard let cluster = KnownUse.clusters.first(where: { $0.name == cluster }) else { return nil }
    let pods = cluster.pods.indices.filter {
      component == "all" || cluster.pods[$0].component == component
    }
    func value(at step: Int) -> Double {
      pods.reduce(0) { sum, pod in
        switch measure {
        case "cpu": sum + KnownUse.cpu(cluster, pod, at: step)
        case "memory": sum + KnownUse.memory(cluster, pod, at: step)
        case "received":
          sum + (cluster.pods[pod].isOnNode ? 0 : KnownUse.received(cluster, pod))
        case "restarts": sum + Double(KnownUse.restarts(cluster, pod) * 1440)
        default: sum + KnownUse.series(cluster, pod)
        }
      }
    }
    let steps = stride(from: 0, to: KnownUse.steps, by: parts)
      .filter { KnownUse.version(of: cluster, at: $0) == version }
    guard !pods.isEmpty, !steps.isEmpty else { return nil }
    func mean(_ value: (Int) -> Double, from step: Int) -> Double {
      (step..<step + parts).reduce(0) { $0 + value($1) } / Double(parts)
    }
    return Known(
      values: steps.map { mean(value, from: $0) },
      nodes: steps.map { mean({ Double(KnownUse.nodes(of: cluster, at: $0)) }, from: $0) },
      pods: Double(pods.count),
    )
  }

  private func statistics(_ json: JSON?) -> [Double] {
    ["mean", "median", "p95", "max"].map { json?[$0].flatMap(Self.number) ?? .nan }
  }

  private static func number(_ json: JSON) -> Double? {
    if case .double(let number) = json { return number }
    return json.integerValue.map(Double.init)
  }

  private func expectEqual(_ found: [Double], _ known: [Double], _ what: String) {
    for (found, known) in zip(found, known) {
      #expect(
        (found - known).magnitude <= 1e-9 * max(1, known.magnitude),
        "\(what): \(found) for \(known)",
      )
    }
  }

  @Test(arguments: [1, 3]) func `every figure is the known one`(parts: Int) throws {
    let report = try json("--resolution", "\(parts * 5)m")
    let figures = try #require(report["figures"]?.arrayValue)
    for figure in figures {
      let labels = ["cluster", "version", "component", "measure"].map {
        figure[$0]?.stringValue ?? ""
      }
      let known = try #require(
        use(labels[0], labels[1], labels[2], labels[3], parts: parts),
        "\(labels)",
      )
      expectEqual(statistics(figure["whole"]), known.whole, "\(labels)")
      expectEqual(statistics(figure["per_node"]), known.perNode, "\(labels) per node")
      expectEqual(statistics(figure["per_pod"]), known.perPod, "\(labels) per pod")
    }
    // a has two builds; of OpenShift there are four components and the whole, of the other three and the whole.
    #expect(figures.count == (4 * 5 + 4) * 5)
    #expect(report["queries"]?.arrayValue?.count == 12)
  }

  @Test func `what is not known is listed`() throws {
    let gaps = try #require(try json()["gaps"]?.arrayValue)
    let codes = gaps.map {
      [$0["code"], $0["cluster"], $0["measure"]].map { $0?.stringValue ?? "" }
    }
    #expect(codes.contains(["usage.silent-cluster", "gone", ""]))
    #expect(codes.contains(["usage.unlisted-operators", "", ""]))
    for cluster in ["a", "b", "c", "base"] {
      for measure in ["sent", "disk", "volumes"] {
        #expect(codes.contains(["usage.unmeasured", cluster, measure]))
      }
    }
    #expect(codes.count == 14)
  }

  @Test func `each build is held against the baseline and against the other`() throws {
    let report = try json("--baseline", "base", "--compare", "4.16.3,4.17.0")
    func mean(_ cluster: String, _ version: String) throws -> Double {
      try #require(use(cluster, version, "etcd", "cpu")).perNode[0]
    }
    let old = try (mean("a", "4.16.3") + mean("b", "4.16.3")) / 2
    let new = try (mean("a", "4.17.0") + mean("c", "4.17.0")) / 2
    let base = try mean("base", "1.29.4+k3s1")
    func row(_ rows: JSON?, _ version: String? = nil) throws -> JSON {
      try #require(
        rows?.arrayValue?.first { row in
          row["component"] == "etcd" && row["measure"] == "cpu"
            && (version == nil || row["build"]?["version"]?.stringValue == version)
        }
      )
    }
    for (version, value) in [("4.16.3", old), ("4.17.0", new)] {
      let row = try row(report["baseline"]?["rows"], version)
      let found = ["baseline", "difference", "relative"].map {
        row[$0].flatMap(Self.number) ?? .nan
      }
      expectEqual(found, [base, value - base, (value - base) / base], version)
    }
    let compared = try row(report["comparisons"]?[0]?["rows"])
    #expect(compared["method"] == "welch" && compared["base"]?["clusters"] == 2)
    expectEqual([compared["difference"].flatMap(Self.number) ?? .nan], [new - old], "compared")
    let alone = report["baseline"]?["unmatched"]?.arrayValue ?? []
    #expect(alone.contains { $0["component"] == "shop/cart" && $0["only_in_baseline"] == true })
    #expect(alone.contains { $0["component"] == "openshift-brand-new" })
  }

  @Test func `each form tells the same, and holds what it promises`() throws {
    let text = try run("--baseline", "base", "--compare", "4.17.0", "--full")
    #expect(text.status == 3 && text.stderr.isEmpty)
    for line in text.stdout.split(separator: "\n") where !line.contains("(") {
      #expect(line.count <= 80, "\(line)")
    }
    #expect(text.stdout.contains("gone: nothing is known of it in the window."))
    let csv = try run("-o", "csv").stdout.split(separator: "\n")
    // A head, and three scales of 120 figures.
    #expect(
      csv.count == 361
        && csv.allSatisfy {
          $0.split(separator: ",", omittingEmptySubsequences: false).count == 14
        }
    )
    let page = try run("-o", "html", "--baseline", "base").stdout
    #expect(page.contains("<svg class=\"chart\" role=\"img\"") && !page.contains("<script"))
    #expect(page.contains("sum by (cluster, namespace, workload)"))
    let markdown = try run("-o", "markdown", "--max-bytes", "3000").stdout
    #expect(markdown.utf8.count <= 3000 && markdown.contains("for want of room"))
  }

  @Test(arguments: [
    (["--baseline", "x"], "unknown cluster"), (["--cluster", "x"], "unknown cluster"),
    (["--group", "x"], "unknown group"),
    (["--component", "x"], "unknown component"), (["--compare", "4.1"], "unknown version"),
    (["--baseline", "gone"], "silent baseline"), (["--resolution", "4h"], "window too short"),
    (["--window", "52w", "--resolution", "1m"], "too many steps"),
    (["--until", "2020-01-01"], "no data"),
  ])
  func `what cannot be told is told with what to do next`(arguments: [String], summary: String)
    throws
  {
    let url = try #require(Self.prometheus).url
    let usual = arguments.contains("--until") ? [] : ["--until", "2026-11-26T02:00:00Z"]
    let window = arguments.contains("--window") ? [] : ["--window", "2h"]
    let outcome = try Fedctl(["report", "--query-url", url] + usual + window + arguments)
      .file(Self.fleet).run()
    #expect(outcome.status == 1 && outcome.stdout.isEmpty)
    #expect(outcome.stderr.hasPrefix("error: \(summary)\n"), "\(outcome.stderr)")
    #expect(outcome.stderr.contains("  help: "), "\(outcome.stderr)")
  }

  @Test func `a querier that does not answer is no fleet without use`() throws {
    let outcome = try Fedctl("report", "--query-url", "http://127.0.0.1:9").file(Self.fleet).run()
    #expect(outcome.status == 1)
    #expect(outcome.stderr.hasPrefix("error: no answer from the querier\n"), "\(outcome.stderr)")
    let broken = try Fedctl("report", "--history", "fleet.yaml").file(Self.fleet).run()
    #expect(broken.stderr.hasPrefix("error: not a report\n"), "\(broken.stderr)")
  }

  @Test func `a querier that nobody has made is told with what makes it`() throws {
    let sandbox = try Sandbox("--contexts", "hub")
    let outcome = try Fedctl("report").file(Self.fleet)
      .environment("KUBECONFIG", sandbox.kubeconfig).run()
    #expect(outcome.status == 1)
    #expect(outcome.stderr.contains("help: Run `fedctl apply`, which makes the querier."))
  }

  @Test func `reports that were kept are a trend`() throws {
    let first = try run("-o", "json", "--window", "1h", "--until", "2026-11-26T01:00:00Z").stdout
    let second = try run("-o", "json", "--window", "1h").stdout
    let trend = try Fedctl("report", "-o", "json", "--history", "two.json", "one.json")
      .file(named: "one.json", first).file(named: "two.json", second).run()
    try #require(trend.status == 0, "\(trend.stderr)")
    if Tool.path("python") != nil {
      #expect(try Schema.faults(of: trend.stdout, by: "usage-trend-1.json") == "")
    }
    let lines = try #require(try JSON(parsing: trend.stdout)["trends"]?.arrayValue)
    let etcd = lines.filter {
      $0["component"] == "etcd" && $0["measure"] == "cpu" && $0["platform"] == "openshift"
    }
    // Both builds together, and each: c has the newer one from the beginning.
    #expect(etcd.compactMap { $0["points"]?.arrayValue?.count } == [2, 2, 2])
    let page = try Fedctl("report", "-o", "html", "--history", "one.json", "two.json")
      .file(named: "one.json", first).file(named: "two.json", second).run()
    #expect(page.stdout.contains("<polyline"))
  }

  @Test(.enabled(if: Sandbox.hasKubectl, "kubectl puts the querier's Service there"))
  func `the hub's querier is asked through its API server, as often for one cluster as for all`()
    throws
  {
    let url = try #require(Self.prometheus).url
    let sandbox = try Sandbox(["--proxy", "hub/thanos/thanos-querier=\(url)"])
    let service: JSON = [
      "apiVersion": "v1", "kind": "Service",
      "metadata": ["name": "thanos-querier", "namespace": "thanos"],
      "spec": ["ports": [["name": "grafana-access", "port": 9090]]],
    ]
    let kubectl = ["--kubeconfig", sandbox.kubeconfig, "--context", "hub"]
    _ = try Tool.output(of: "kubectl", kubectl + ["create", "namespace", "thanos"])
    _ = try Tool.output(of: "kubectl", kubectl + ["apply", "-f", "-"], input: service.text())
    var counts: [Int] = []
    for choice in [[], ["--cluster", "a"], ["--group", "few"]] {
      try sandbox.forgetRequests()
      let report = try Fedctl(
        ["report", "--until", "2026-11-26T02:00:00Z", "--window", "2h", "-o", "csv"] + choice
      )
      .against(sandbox, fleet: Self.fleet).run()
      #expect(report.status == (choice.isEmpty ? 3 : 0), "\(report.stderr)")
      #expect(report.stdout.contains(",a,openshift,4.17.0,etcd,cpu,cores,node,"))
      counts.append(try sandbox.requests().count { $0.path.contains("query_range") })
    }
    #expect(counts == [12, 12, 12])
  }
}
