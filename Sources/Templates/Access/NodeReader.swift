import Fleet
import JSON
import Objects

/// The account of a cluster's own Prometheus, and what it may read there.
extension Site {
  /// `identity` is what the account is beside its name.
  func nodeReader(
    _ cluster: ManagedCluster,
    _ exporters: Exporters? = nil,
    _ identity: JSON = [:],
  ) -> [Manifest] {
    let (part, account) = (Part.prometheus, Part.prometheus.name)
    // The applications', and the fleet's own where it has exporters there.
    let scraped =
      cluster.serviceMonitors.map(\.namespace) + (exporters?.isSilent == false ? [namespace] : [])
    return [
      manifest(.serviceAccount, account, of: part, identity),
      clusterRole("nodes", of: part, rules: Self.nodeRules(asking: cluster.usageSeries)),
      clusterRoleBinding("nodes", role: qualified("nodes"), to: account, of: part),
    ] + serviceDiscovery(in: scraped, to: account)
  }

  /// To find the nodes, to read what their kubelets measure, and which release the API server is of.
  private static func nodeRules(asking usage: [UsageSeries]) -> [JSON] {
    let server: JSON = ["nonResourceURLs": ["/metrics"], "verbs": ["get"]]
    return [
      rule("", ["nodes"], ["get", "list", "watch"]),
      rule("", ["nodes/metrics"], ["get"]),
    ] + (usage.contains(.kubernetesVersion) ? [server] : [])
  }
}
