import Fleet
import JSON
import Objects

/// An Ingress that hands gRPC on as it is.
extension GRPCIngress {
  func manifest(at site: Site, to service: String, port: String) -> Manifest {
    let backend: JSON = ["service": ["name": .string(service), "port": ["name": .string(port)]]]
    let path: JSON = ["path": "/", "pathType": "Prefix", "backend": backend]
    let spec: JSON = .fields([
      "ingressClassName": .string(className),
      "rules": [["host": .string(host), "http": ["paths": [path]]]],
      "tls": certificate.map { [["hosts": [.string(host)], "secretName": .string($0.secret)]] },
    ])
    let annotations = ownAnnotations.merging(annotations) { $1 }
    return site.manifest(
      .ingress,
      service,
      of: .prometheus,
      ["metadata": ["annotations": .map(annotations)], "spec": spec],
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
      "listen-ports": #"[{"HTTPS":443}]"#,
      // Nobody is meant to come but the querier, which asks for TLS 1.3.
      "ssl-policy": "ELBSecurityPolicy-TLS13-1-3-2021-06",
    ]
    own["certificate-arn"] = certificate
    own["inbound-cidrs"] = ranges.isEmpty ? nil : ranges
    return Dictionary(own.map { ("alb.ingress.kubernetes.io/\($0.key)", $0.value) }) { $1 }
  }
}
