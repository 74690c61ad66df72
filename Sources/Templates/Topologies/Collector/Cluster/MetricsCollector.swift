import Fleet
import JSON
import Objects

/// metrics-collector, which writes to the hub and shows a certificate.
extension CollectedCluster {
  private static let certificate = Mount(
    volume: "certificate",
    path: "/etc/collector/certificate",
  )
  /// In the certificate's own Secret, so that there is one to mount.
  static let hubAuthority = "ca.crt"
  /// Before the hub's URL.
  static let addressFlag = "--to-upload="

  /// Of the certificate that it shows.
  static func certificateSecret(at site: Site) -> ObjectReference {
    site.reference(.secret, "metrics-collector-certificate")
  }

  /// Its key never leaves the cluster; the hub takes the tenant from its name.
  func clientCertificate(by authority: IssuedCertificate) -> IssuedCertificate {
    IssuedCertificate(
      in: Self.certificateSecret(at: site),
      commonName: cluster.name,
      organization: hub.fleet.name,
      .client(issuer: authority),
      lifetime: hub.design.certificateLifetime,
    )
  }

  /// The certificate that it shows, with the authority that it believes.
  func secret(of certificate: IssuedCertificate) -> Manifest {
    let authority = Binding.secretData(
      Self.hubAuthority,
      [.value(hub.authority.value(.certificate))],
    )
    return site.secret(of: certificate, part, adding: [authority])
  }

  /// Its pods are replaced when the certificate or the hub's authority is another.
  func metricsCollector(_ certificate: IssuedCertificate) -> Manifest {
    workload(
      [
        [
          .text("\(Self.addressFlag)https://"), .value(.handOff(hub.receiveHost)),
          .text("\(hub.receivePort)/api/v1/receive"),
        ],
        [.text("--label=\"clusterID="), .value(clusterID), .text("\"")],
      ],
      arguments,
      mounting: Self.certificate,
      secretVolume(Self.certificate.volume, secret: certificate.secret.name),
    )
    // It reads them when it starts, and never again.
    .restarting(with: [certificate, hub.authority])
  }

  /// What nobody records beside somebody else's Prometheus.
  private var sums: [String] { PlatformSeries.sums(telling: cluster.usageSeries) }

  private var arguments: [String] {
    [
      "--to-upload-ca=\(Self.certificate.path)/\(Self.hubAuthority)",
      "--to-upload-cert=\(Self.certificate.path)/tls.crt",
      "--to-upload-key=\(Self.certificate.path)/tls.key",
      // For rules among the further flags.
      "--from-query=\(collector.source)",
      // It would look for custom resources of the product that it is usually a part of.
      "--disable-status-reporting",
      "--disable-hypershift",
      "--limit-bytes=\(collector.sizeLimit)",
      "--worker-number=\(collector.workers)",
    ] + commonArguments + selectors.map { "--match=\($0)" }
      + (readsPlatform ? [] : sums.map { "--recordingrule=\($0)" })
  }
}
