/// The names by which a hub on OpenShift is reached; those that are left out OpenShift makes itself.
package struct RouteHosts: Hashable, Sendable {
  /// Where clusters write to.
  package var receive: String? = nil
  package var querier: String? = nil
  package var grafana: String? = nil
  /// What the router shows under these names; nil for its own certificate.
  package var certificate: RouteCertificate? = nil

  /// Those that are given.
  package var given: [String] { [receive, querier, grafana].compactMap(\.self) }
}

/// A certificate that OpenShift's router shows for Routes, from a Secret beside them.
package struct RouteCertificate: Hashable, Sendable {
  /// A Secret in the fleet's namespace with `tls.crt` and `tls.key`.
  package var secret: String
  /// Who makes that Secret; nil where it is there.
  package var issuer: Issuer?
  /// Which authority the clusters trust for it.
  package var authority: CertificateAuthority
}

extension RouteHosts {
  init(_ section: Section?) throws(SchemaGap) {
    self.init(
      receive: section?.optionalText("receive"),
      querier: section?.optionalText("querier"),
      grafana: section?.optionalText("grafana"),
      certificate: try section?.optionalSection("tls").map { tls throws(SchemaGap) in
        try RouteCertificate(tls)
      },
    )
  }
}

extension RouteCertificate {
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      secret: try section.text("secret"),
      issuer: try section.issuer(),
      authority: CertificateAuthority(rawValue: try section.text("authority")) ?? .secret,
    )
  }
}
