import JSON
import Objects

/// Lets Prometheus find what it scrapes, in the namespaces that it scrapes and in no other.
extension Site {
  /// - `namespaces`: may name one several times, as monitors of one application do.
  /// - `account`: of the fleet's namespace, whichever namespace is looked into.
  func serviceDiscovery(in namespaces: [String], to account: String) -> [Manifest] {
    Set(namespaces).sorted().flatMap { application in
      let name = qualified("service-discovery")
      return [
        role(name, of: .prometheus, in: application, rules: Self.discoveryRules),
        roleBinding(name, role: name, to: account, of: .prometheus, in: application),
      ]
    }
  }

  /// Prometheus asks for endpoints or for slices of them, by its release.
  private static let discoveryRules = [
    rule("", ["services", "endpoints", "pods"], ["get", "list", "watch"]),
    rule("discovery.k8s.io", ["endpointslices"], ["get", "list", "watch"]),
  ]
}
