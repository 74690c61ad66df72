import Fleet
import JSON
import Objects

/// Who vouches for whom.
///
/// Go's TLS asks no revocation list, so trust ends by being taken away: each managed cluster has an
/// authority of its own, and receive trusts those of the clusters that are in the file. A cluster
/// that leaves takes its authority with it, and no other cluster has to be given anything new.
/// The keys of all authorities stay on the hub.
extension CollectorSite {
  /// The authority by which the clusters know receive.
  var authority: IssuedCertificate {
    IssuedCertificate(
      in: site.reference(.secret, "receive-authority"),
      commonName: "receive of \(fleet.name)",
      organization: fleet.name,
      .authority,
      lifetime: Self.authorityLifetime,
    )
  }

  /// What receive shows: it proves the host by which the clusters reach it.
  var serverCertificate: IssuedCertificate {
    IssuedCertificate(
      in: site.reference(.secret, "receive-certificate"),
      commonName: Part.receive.name,
      organization: fleet.name,
      .server(names: [receiveHost], issuer: authority),
      lifetime: design.certificateLifetime,
    )
  }

  /// The authority by which receive knows one cluster.
  func clientAuthority(of cluster: ManagedCluster) -> IssuedCertificate {
    IssuedCertificate(
      in: site.reference(.secret, "\(cluster.name)-client-authority"),
      commonName: "clients of \(cluster.name)",
      organization: fleet.name,
      .authority,
      lifetime: Self.authorityLifetime,
    )
  }

  /// Ten years.
  private static let authorityLifetime = 10 * 365 * 86_400

  /// What the hub keeps for one cluster, and gives up when it leaves.
  func authority(of collected: CollectedCluster) -> [Manifest] {
    guard let authority = collected.authority else { return [] }
    return [site.secret(of: authority, .receive, collected.cluster.mark)]
  }

  /// Where receive's pods find whom to believe.
  static let trusted = (configMap: "client-authorities", key: "ca.crt")

  /// Whom receive believes.
  ///
  /// Thanos takes a file without a certificate for none at all and then listens without encryption
  /// to everybody; so receive's own authority, which signs for no client, is always in it.
  func trustedAuthorities(_ authorities: [IssuedCertificate]) -> Manifest {
    let bundle = Binding(
      FieldPath(keys: "data", Self.trusted.key),
      ([authority] + authorities).map { .value($0.value(.certificate)) },
    )
    return site.manifest(.configMap, Self.trusted.configMap, of: .receive, bindings: [bundle])
  }
}
