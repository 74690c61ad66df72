package import JSON

/// Which Prometheus of a cluster writes to the hub.
package enum ReceiveMode: Hashable, Sendable {
  /// One of the fleet's own.
  case ownPrometheus
  /// OpenShift's own; the rest of its settings, as `cluster-monitoring-config` has them.
  case platformPrometheus(settings: JSONObject)
}
