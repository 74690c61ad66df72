import Fleet
import JSON
import Objects

/// Thanos receive that asks its visitors for a certificate, and takes the tenant from it.
extension CollectorSite {
  /// - `authorities`: those of the clusters that are in the file.
  func receive(trusting authorities: [IssuedCertificate]) -> [Manifest] {
    let part = Part.receive
    let workload = workload
    return [
      thanos.storeAccount(part),
      site.secret(of: authority, part),
      site.secret(of: serverCertificate, part),
      trustedAuthorities(authorities),
      service,
      thanos.receivePods(),
      site.networkPolicy(
        part,
        opening: [
          (Self.port.name, to: .anyone), ("grpc", to: .pods(of: [.querier])),
          ("http", to: .apiServer),
        ],
      ),
      // It reads its own certificate again by itself, but not whom to trust.
      workload.statefulSet(service: ThanosSite.receivePods)
        .restarting(with: [authority] + authorities),
    ] + workload.disruptionBudget() + (design.loadBalancer == nil ? [route] : [])
  }

  /// The host at which the managed clusters' metrics arrive, for it is in the certificate.
  var receiveHost: HandOff {
    design.loadBalancer == nil
      ? HandOff(from: route.reference, .admittedHost)
      : HandOff(from: site.reference(.service, Part.receive.name), .loadBalancerHost)
  }

  /// What follows the host in the URL.
  var receivePort: String { design.loadBalancer.map { ":\($0.port)" } ?? "" }

  /// The certificates pass through, for receive itself looks at them.
  private var route: Manifest {
    let name = Part.receive.name
    return site.passthroughRoute(name, to: name, port: Self.port.name, of: .receive)
  }

  /// Thanos' own number for remote writes.
  private static let port = (name: "remote-write", number: 19291 as Int64)
  private static let certificate = Mount(volume: "certificate", path: "/etc/thanos/certificate")
  private static let clients = Mount(volume: "clients", path: "/etc/thanos/clients")

  private var service: Manifest {
    if let loadBalancer = design.loadBalancer {
      return site.loadBalancerService(
        loadBalancer,
        named: Part.receive.name,
        of: .receive,
        selecting: site.selector(.receive),
        to: Self.port.name,
      )
    }
    let ports = [servicePort(Self.port.name, Self.port.number, target: Self.port.name)]
    return site.service(Part.receive.name, of: .receive, ports: ports)
  }

  private var workload: Workload {
    thanos.receiveWorkload(
      design.receive.component,
      retention: design.receive.retention,
      [
        "--remote-write.address=0.0.0.0:\(Self.port.number)",
        "--remote-write.server-tls-cert=\(Self.certificate.path)/tls.crt",
        "--remote-write.server-tls-key=\(Self.certificate.path)/tls.key",
        "--remote-write.server-tls-client-ca=\(Self.clients.path)/\(Self.trusted.key)",
        "--receive.tenant-certificate-field=commonName",
        // The name in its certificate takes the place of what a collector says it is.
      ]
        + (fleet.labelsAreNames
          ? ["--receive.tenant-label-name=\(Attribution.nameLabel)"] : []) + [
          "--receive.capnproto-address=127.0.0.1:19391",
          thanos.store.argument,
        ],
      ports: ["http": 10902, "grpc": 10901, Self.port.name: Self.port.number],
      mounts: [Self.certificate, Self.clients],
      volumes: [
        secretVolume(Self.certificate.volume, secret: serverCertificate.secret.name),
        configVolume(Self.clients.volume, configMap: Self.trusted.configMap),
      ],
    )
  }
}
