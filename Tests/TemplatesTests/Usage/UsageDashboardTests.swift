import Fleet
import JSON
import Objects
import Templates
import TestSupport
import Testing

/// What Grafana's panels show of clusters whose use is known, in every topology and on both platforms, by
/// real Prometheus: each cluster's series pass the objects that are rendered for it and no others.
@Suite(
  .waitsForPrograms,
  .enabled(if: PrometheusProcess.isInstalled, "Prometheus itself is the witness"),
)
struct UsageDashboardTests {
  /// A fleet and what its clusters are.
  struct Case: CustomTestStringConvertible, Sendable {
    let example: Example
    let clusters: [String: MeasuredCluster]
    var testDescription: String { example.name }

    /// - `hasObjects`: whether there is a kube-state-metrics.
    init(_ example: Example, hasObjects: Bool = true) {
      self.example = example
      let releases = [
        Platform.openshift: ["4.14.9", "4.18.2"], .kubernetes: ["1.33.1", "1.34.2"],
      ]
      let clusters = example.fleet.clusters.enumerated().map { place, cluster in
        (
          cluster.name,
          MeasuredCluster(
            platform: cluster.platform,
            hasObjects: cluster.platform == .openshift || hasObjects,
            release: releases[cluster.platform]?[place % 2] ?? "",
          ),
        )
      }
      self.clusters = Dictionary(clusters) { $1 }
    }

    static let all = [
      Case(.receive), Case(.platform), Case(.kubernetes, hasObjects: false), Case(.federate),
      Case(.sidecar), Case(.collector), Case(.collectorOnKubernetes),
      Case(Example.variants.first { $0.name == "a ruler and a monitor" } ?? .sidecar),
      Case(.atScale),
    ]
  }

  @Test(arguments: Case.all)
  func `every panel shows something, and of use what is known`(_ test: Case) throws {
    let hub = try MeasuredHub(test.example, of: test.clusters)
    for panel in try hub.manifests.panels {
      for target in panel["targets"]?.arrayValue ?? [] {
        let query = (target["expr"]?.stringValue ?? "").chosen(from: test.example.fleet)
        let answer = try hub.answer(query)
        #expect(!answer.isEmpty, "\(panel["title"]?.stringValue ?? ""): \(query)")
      }
    }
    for cluster in test.example.fleet.clusters {
      let platforms = Set(test.example.fleet.clusters.map(\.platform))
      try expectKnown(hub, cluster, platforms)
    }
  }

  /// Each measure of one component or of the whole cluster, whatever way it has come.
  private func expectKnown(
    _ hub: MeasuredHub,
    _ cluster: ManagedCluster,
    _ platforms: Set<Platform>,
  ) throws {
    let named = "cluster=\"\(cluster.name)\""
    let console = named + ",namespace=\"openshift-console\""
    let known: [(UsageMeasure, String, Double)] = [
      (.cpu, console, 0.3), (.memory, console, 220e6), (.received, console, 4000),
      (.sent, console, 8000), (.disk, console, 22e6), (.series, console, 700),
      // What arrives at a node is not what a pod on its network receives.
      (.received, named, 9000), (.cpu, named, 1.8), (.volumes, named, 10e9), (.cores, named, 8),
      (.nodeMemory, named, 32e9), (.version, named, 1), (.series, named, 2100),
    ]
    for (measure, matchers, value) in known {
      let answer = try hub.answer("sum(\(measure.query(matchers, on: platforms)))")
      let text = answer.first?["value"]?[1]?.stringValue
      let found = try #require(text.flatMap(Double.init), "\(cluster.name): no \(measure)")
      #expect(abs(found - value) <= value / 1e6, "\(cluster.name): \(measure) \(matchers)")
    }
  }

  @Test func `what a pod belongs to is told by its name`() throws {
    let hub = try MeasuredHub(.platform, of: Case(.platform).clusters)
    let pods = UsageMeasure.cpu.query(#"cluster="cluster1""#)
    let answer = try hub.answer("count by (workload) (\(UsageMeasure.workload(pods)))")
    let workloads = answer.compactMap { $0["metric"]?["workload"]?.stringValue }
    #expect(workloads.sorted() == ["console", "etcd-n1", "prometheus-k8s"])
  }
}

extension String {
  /// With every variable as a person may choose it.
  fileprivate func chosen(from fleet: Fleet) -> String {
    let names = fleet.clusters.map(\.name)
    return replacing("$cluster|$baseline", with: names.joined(separator: "|"))
      .replacing("$cluster", with: ".*").replacing("$namespace", with: ".*")
  }
}
