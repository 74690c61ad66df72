import Fleet
import JSON
import Objects

/// OpenShift's monitoring of user workloads, watching over the hub's own Thanos: its alerts go where
/// the platform's go.
extension ThanosSite {
  func platformWatch() -> [Manifest] {
    guard design.isWatchedByPlatform else { return [] }
    let visitors = Visitors.namespace("openshift-user-workload-monitoring")
    return [
      site.manifest(.serviceMonitor, Self.name, of: .fleet, ["spec": monitor]),
      site.rules([ThanosAlerts.group], named: Self.name, of: .fleet),
      site.networkPolicy(
        Self.name,
        of: .fleet,
        site.everyMember,
        opening: [("http", to: visitors)],
      ),
    ]
  }

  private static let name = "user-workload-monitoring"

  /// The Services that name single pods have this port: of the store, receive, the compactor and the ruler.
  private var monitor: JSON {
    ["selector": site.everyMember, "endpoints": [["port": "http", "interval": "30s"]]]
  }
}
