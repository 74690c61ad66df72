import Fleet

/// How blocks in the bucket tell whose they are: by the external labels in their descriptions.
package enum BlockOwners: Hashable, Sendable {
  /// Each cluster uploads itself, and its blocks have its own labels.
  case labels
  /// Receive cuts blocks for each tenant apart, and each cluster is one.
  case tenants(TenantNames)
  /// All clusters are one tenant, whose name this label bears: their samples lie in the same blocks.
  case shared(label: String)
}

extension Fleet {
  /// nil for a hub that keeps nothing in a bucket.
  var blockOwners: BlockOwners? {
    switch hub.design {
    case .sidecar: .labels
    case .federate: nil
    // The tenant is the name in the cluster's certificate.
    case .collector:
      .tenants(
        TenantNames(
          label: labelsAreNames ? Attribution.nameLabel : Attribution.tenantLabel,
          before: "",
          after: "",
        )
      )
    case .receive(let design) where design.receive.tenancy == .cluster:
      .tenants(HubSite.tenants(of: self))
    case .receive: .shared(label: Attribution.tenantLabel)
    }
  }
}
