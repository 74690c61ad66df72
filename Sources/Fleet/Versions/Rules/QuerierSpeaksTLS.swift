import Facts
import YAML

extension Rule {
  /// The querier knows how to speak TLS to one endpoint and plain text to another.
  ///
  /// An older one passes over these settings without a word and speaks plain text to all, so that no cluster
  /// answers it: `error reading server preface: EOF`
  /// (thanos-io/thanos:cmd/thanos/endpointset.go, `client_config` from v0.42.0 on).
  static let querierSpeaksTLS = Rule { source in
    guard source.topology == .sidecar, let hub = source.root["hub"],
      let querier = source.section.optionalSection("hub")?.optionalSection("querier"),
      let version = querier.optionalText("image").flatMap({ Version(ofImage: $0) }),
      version < OldQuerier.first,
      source.clusters.contains(where: { isEncrypted($0.section) })
    else { return [] }
    let mark = (hub["querier"]?["image"] ?? hub).mark
    return [FleetProblem(.version(.oldQuerier(OldQuerier(version: version))), at: mark)]
  }

  /// Through an Ingress there is always TLS, and through a load balancer where it has a certificate.
  private static func isEncrypted(_ cluster: Section) -> Bool {
    cluster.optionalSection("ingress") != nil
      || cluster.optionalSection("loadBalancer")?.optionalSection("tls") != nil
  }
}
