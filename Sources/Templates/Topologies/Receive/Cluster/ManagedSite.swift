import Fleet
import Objects

/// A managed cluster that writes to the hub, as its templates see it.
struct ManagedSite {
  let fleet: Fleet
  let cluster: ManagedCluster
  let design: ReceiveCluster
  let site: Site
  /// Where its metrics go.
  let hub: HubSite
  var namespace: String { fleet.namespace }
  var federates: Bool { !design.federate.match.isEmpty }

  /// nil for a cluster that writes nothing, which no fleet with receive has.
  init?(_ cluster: ManagedCluster, writingTo hub: HubSite) {
    guard case .receive(let design) = cluster.design else { return nil }
    self.fleet = hub.fleet
    self.cluster = cluster
    self.design = design
    self.site = Site(cluster, of: hub.fleet)
    self.hub = hub
  }
}

/// Every object on one managed cluster.
func renderManagedCluster(_ managed: ManagedSite) -> [Manifest] {
  let writer =
    switch managed.design.mode {
    case .ownPrometheus: managed.ownPrometheus()
    case .platformPrometheus(let settings): managed.platformPrometheus(settings)
    }
  let members = [managed.site.manifest(.namespace, managed.namespace, of: .fleet)] + writer
  return managed.site.inventoried(
    members,
    recording: [managed.site.identity(of: managed.hub.hub.name, at: Inventory.hubKey)],
  )
}

extension ManagedSite {
  /// A Prometheus of the fleet's, and whatever it takes to run it.
  fileprivate func ownPrometheus() -> [Manifest] {
    prometheusOperator() + hubAccess() + federation() + prometheus()
      + site.applications(of: cluster)
  }

  private func federation() -> [Manifest] {
    guard federates else { return [] }
    return site.federation(as: Self.account, of: .prometheus, on: design.openshiftVersion)
  }
}
