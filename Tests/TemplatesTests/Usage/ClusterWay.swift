import Fleet
import Foundation
import JSON
import Objects
import Templates
import Testing
import YAML

/// By which rendered objects a cluster's series get to the hub.
struct ClusterWay {
  private let cluster: ManagedCluster
  private let own: [Manifest]
  private let hub: [Manifest]

  init(_ cluster: ManagedCluster, _ manifests: [Manifest]) throws {
    self.cluster = cluster
    own = manifests.filter { $0.reference.cluster == cluster.name }
    hub = manifests.filter {
      $0.reference.name == cluster.name && $0.reference.kind == .scrapeConfig
    }
  }

  /// What is worked out on the cluster, by name.
  var recordings: [(name: String, expression: String)] {
    let rules = (own.rules["groups"]?.arrayValue ?? []).flatMap { $0["rules"]?.arrayValue ?? [] }
      .compactMap { rule -> (String, String)? in
        guard let name = rule["record"]?.stringValue else { return nil }
        return (name, rule["expr"]?.stringValue ?? "")
      }
    let sums = arguments("--recordingrule=").compactMap { text -> (String, String)? in
      guard let rule = try? JSON(parsing: text), let name = rule["name"]?.stringValue else {
        return nil
      }
      return (name, rule["query"]?.stringValue ?? "")
    }
    return rules + sums
  }

  /// nil where nobody selects.
  var selectors: [String]? {
    get throws {
      switch cluster.design {
      case .federate:
        return hub.first?.body["spec"]?["params"]?["match[]"]?.texts
      case .collector: return arguments("--match=")
      case .sidecar: return nil
      case .receive:
        let jobs = try additionalJobs
        let matches = jobs.flatMap { $0["params"]?["match[]"]?.texts ?? [] }
        // Beside what it reads, it has what it measures of itself.
        return matches.isEmpty ? nil : matches + [#"{__name__=~"prometheus_remote_storage_.+"}"#]
      }
    }
  }

  private var additionalJobs: [JSON] {
    get throws {
      let secret = own.first { $0.reference.name == "additional-scrape-configs" }
      let text = secret?.body["data"]?["scrape-configs.yaml"]?.stringValue ?? ""
      let bytes = [UInt8](Data(base64Encoded: text) ?? Data())
      return try YAML.document(bytes, file: "jobs")?.json.arrayValue ?? []
    }
  }

  /// Those of what was worked out that the hub reads: a collector sends all, and no selector sends all.
  func selected(_ recorded: [MeasuredSeries]) throws -> [MeasuredSeries] {
    guard case .federate = cluster.design, let selectors = try selectors else { return recorded }
    return recorded.filter { selectors.contains("{__name__=\"\($0.labels["__name__"] ?? "")\"}") }
  }

  /// What a remote write does with each series.
  var relabelling: Relabelling {
    get throws {
      let written = own.first { $0.reference.kind == .prometheus }?
        .body["spec"]?["remoteWrite"]?[0]?["writeRelabelConfigs"]?.arrayValue
      return try Relabelling(rules: written ?? platformsRules ?? [])
    }
  }

  private var platformsRules: [JSON]? {
    get throws {
      let settings = own.first { $0.reference.name == "cluster-monitoring-config" }?
        .preview["data"]?["config.yaml"]?.stringValue
      return try settings.flatMap { try YAML.document([UInt8]($0.utf8), file: "settings") }?
        .json["prometheusK8s"]?["remoteWrite"]?[0]?["writeRelabelConfigs"]?.arrayValue
    }
  }

  /// Labels that the hub itself puts on what a cluster writes.
  var givenAtHub: [(String, String)] {
    guard case .receive = cluster.design else { return [] }
    return [("tenant_id", "system:serviceaccount:thanos:\(cluster.name)-metrics")]
  }

  /// What a hub that reads makes of its reading.
  var atHub: [MeasuredSeries] {
    guard case .federate = cluster.design else { return [] }
    let labels = ["job": "federate"].merging(
      cluster.externalLabels.map { ($0.name, $0.value) }
    ) { $1 }
    return [
      .gauge("up", labels, 1), .gauge("scrape_duration_seconds", labels, 0.25),
      .gauge("scrape_samples_scraped", labels, 60),
    ]
  }

  /// The values of a flag that may stand several times.
  private func arguments(_ flag: String) -> [String] {
    let containers = own.compactMap(\.podSpec).flatMap { $0["containers"]?.arrayValue ?? [] }
    let all: [String] = containers.flatMap { $0["args"]?.texts ?? [] }
    return all.filter { $0.hasPrefix(flag) }.map { String($0.dropFirst(flag.count)) }
  }
}
