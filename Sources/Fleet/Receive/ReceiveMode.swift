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
