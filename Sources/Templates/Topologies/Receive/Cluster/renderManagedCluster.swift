import Fleet
import Objects

/// Every object on one managed cluster.
func renderManagedCluster(_ managed: ManagedSite) -> [Manifest] {
  let writer =
    switch managed.design.mode {
    case .ownPrometheus: managed.ownPrometheus()
    case .platformPrometheus(let settings): managed.platformPrometheus(settings)
    case .monitoringStack(let stack): managed.monitoringStack(stack)
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
      + site.ownRules(of: cluster) + site.applications(of: cluster)
  }

  private func federation() -> [Manifest] {
    guard federates else { return [] }
    return site.federation(as: Self.account, of: .prometheus, on: design.openshiftVersion)
  }
}
