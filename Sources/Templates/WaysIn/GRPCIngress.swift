import Fleet
import JSON
import Objects

/// An Ingress that hands gRPC on as it is.
extension GRPCIngress {
  /// - `service`: a headless one, whose pods the controller finds by themselves.
  func manifest(at site: Site, to service: String, port: String) -> Manifest {
    let target = IngressTarget(
      service: service,
      port: port,
      host: host,
      path: "/",
      pathType: "Prefix",
      secret: certificate?.secret,
    )
    return site.ingress(
      service,
      of: .prometheus,
      class: className,
      to: target,
      ownAnnotations.merging(annotations) { $1 },
    )
  }

  /// The certificate that stands in the cluster.
  var certificate: IngressCertificate? {
    if case .nginx(let certificate) = controller { certificate } else { nil }
  }

  private var className: String {
    switch controller {
    case .alb: "alb"
    case .nginx: "nginx"
    }
  }

  private var ownAnnotations: [String: String] {
    let common = ["external-dns.alpha.kubernetes.io/hostname": host]
    let ranges = inboundRanges.joined(separator: ",")
    switch controller {
    case .alb(let certificate, let isInternal):
      let own = albAnnotations(certificate, isInternal: isInternal, ranges)
      return common.merging(own) { $1 }
    case .nginx:
      // The sidecar shows the certificate as well, so nginx speaks TLS to it.
      return common.merging([
        "nginx.ingress.kubernetes.io/backend-protocol": "GRPCS",
        "nginx.ingress.kubernetes.io/whitelist-source-range": ranges,
      ]) { $1 }
    }
  }

  /// Its check of the pods' health takes status 12, `unimplemented`, without being told.
  private func albAnnotations(
    _ certificate: String?,
    isInternal: Bool,
    _ ranges: String,
  ) -> [String: String] {
    var own = [
      "scheme": isInternal ? "internal" : "internet-facing",
      // A headless Service has no port on the nodes.
      "target-type": "ip",
      "backend-protocol-version": "GRPC",
      "listen-ports": JSON.array([["HTTPS": 443]]).text(),
      // Nobody is meant to come but the querier, which asks for TLS 1.3.
      "ssl-policy": "ELBSecurityPolicy-TLS13-1-3-2021-06",
    ]
    own["certificate-arn"] = certificate
    own["inbound-cidrs"] = ranges.isEmpty ? nil : ranges
    return Dictionary(own.map { ("alb.ingress.kubernetes.io/\($0.key)", $0.value) }) { $1 }
  }
}
