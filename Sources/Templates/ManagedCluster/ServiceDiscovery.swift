import Fleet
import JSON
import Manifest

/// Lets Prometheus find the applications it scrapes, in their namespaces and in no other.
extension ManagedSite {
  func serviceDiscovery() -> [Manifest] {
    Set(cluster.serviceMonitors.map(\.namespace)).sorted().flatMap { application in
      let name = site.qualified("service-discovery")
      return [
        site.role(name, of: .prometheus, in: application, rules: Self.discoveryRules),
        site.roleBinding(name, role: name, to: Self.account, of: .prometheus, in: application),
      ]
    }
  }

  private static let discoveryRules = [
    rule("", ["services", "endpoints", "pods"], ["get", "list", "watch"]),
    rule("discovery.k8s.io", ["endpointslices"], ["get", "list", "watch"]),
  ]
}
