import Fleet
import JSON

/// Which of the series that the fleet's own Prometheus has go to the hub.
///
/// What applications measure does, and what is federated or recorded, for it was chosen. Of what it
/// scrapes unasked, itself and the nodes, most is of no use on a hub: 840 of the 996 series of a
/// fresh cluster tell of the Go runtime of processes.
extension ManagedSite {
  var chosenSeries: [JSON] {
    [
      Self.mark(["job"], unasked, as: "unasked"),
      Self.mark(wanted.labels, wanted.pattern, as: "wanted"),
      ["sourceLabels": [.string(Self.verdict)], "regex": "unasked", "action": "drop"],
      ["regex": .string(Self.verdict), "action": "labeldrop"],
    ]
  }

  /// The changes that come after all others: the fleet file's.
  ///
  /// What is told of writing to targets stays here, or whoever looks on the hub would take what a target refuses
  /// for what the hub does.
  ///
  /// - `name`: what a target is called in the Prometheus' configuration, by its name in the fleet file.
  func sentLast(_ name: (String) -> String) -> [JSON] {
    let names = cluster.writeTargets.map { name($0.name).replacing(".", with: "\\.") }
    let targets: JSON = [
      "sourceLabels": ["__name__", "remote_name"],
      "regex": .string("prometheus_remote_storage_.+;(?:\(names.joined(separator: "|")))"),
      "action": "drop",
    ]
    return (hasTargets ? [targets] : []) + design.relabelling.map(\.json)
  }

  /// Whether the Prometheus writes to others than the hub.
  var hasTargets: Bool { !cluster.writeTargets.isEmpty }

  /// A label that no series has; it is taken off before anything is sent.
  private static let verdict = "__tmp_verdict"

  private static func mark(_ labels: [String], _ expression: String, as verdict: String) -> JSON {
    [
      "sourceLabels": .list(labels), "regex": .string(expression),
      "targetLabel": .string(Self.verdict), "replacement": .string(verdict), "action": "replace",
    ]
  }

  /// The jobs that nobody has asked for.
  private var unasked: String {
    if case .monitoringStack = design.mode { return MonitoringStackJobs.unasked }
    let itself = Part.prometheus.name
    return cluster.platform == .openshift ? itself : "\(itself)|\(AdditionalJobs.kubeletJob)"
  }

  /// What is taken of them all the same: by name, and of pods what tells their use.
  private var wanted: (labels: [String], pattern: String) {
    let names = design.sent.compactMap { MetricNames($0)?.pattern }
    // OpenShift's own Prometheus is asked for nothing else.
    let usage = cluster.platform == .kubernetes ? cluster.usageSeries : []
    return usage.filter { $0 != .alerts }
      .relabelling(beside: ["up", "ALERTS", RemoteWriting.health] + names)
  }
}
