package import JSON

/// Which Prometheus of a cluster writes to the hub.
package enum ReceiveMode: Hashable, Sendable {
  /// One of the fleet's own.
  case ownPrometheus
  /// OpenShift's own; what else the fleet wants of its settings, as `cluster-monitoring-config` has them.
  case platformPrometheus(settings: JSONObject)
  /// One that OpenShift's Cluster Observability Operator runs for the fleet.
  case monitoringStack(MonitoringStack)
}

extension Section {
  /// What a cluster's `mode` says or, where it says nothing, what its platform brings.
  func mode(on platform: Platform?) -> String {
    optionalText("mode") ?? (platform == .openshift ? ReceiveMode.platform : ReceiveMode.operator)
  }
}

extension ReceiveMode {
  /// Keys of a cluster that only one of the modes looks at.
  private static let keys = [
    platform: ["platformMonitoring"],
    `operator`: ["prometheus", "prometheusOperator"],
    stack: ["monitoringStack"],
  ]

  /// Those that are nothing to a mode, each with the mode that they are for.
  static func foreignKeys(in mode: String) -> [(key: String, mode: String)] {
    keys.filter { $0.key != mode }.flatMap { other, keys in keys.map { (key: $0, mode: other) } }
  }
}
