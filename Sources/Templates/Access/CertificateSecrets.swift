import JSON
import Objects

extension Site {
  /// The Secret that holds a certificate and its key.
  func secret(
    of certificate: IssuedCertificate,
    _ part: Part,
    _ fields: JSON = [:],
    adding bindings: [Binding] = [],
  ) -> Manifest {
    let type: JSON = ["type": "kubernetes.io/tls"]
    return manifest(
      .secret,
      certificate.secret.name,
      of: part,
      type.merging(fields),
      bindings: IssuedCertificate.Part.allCases.map {
        .secretData($0.rawValue, [.value(certificate.value($0))])
      } + bindings,
    )
  }
}

extension Manifest {
  /// A workload whose pods are replaced when one of the certificates is another: what a process
  /// reads only once.
  func restarting(with certificates: [IssuedCertificate]) -> Manifest {
    var copy = self
    copy.bindings.append(
      Binding(
        FieldPath(keys: "spec", "template", "metadata", "annotations", "fedctl.dev/certificates"),
        certificates.map { .value($0.value(.certificate)) },
        encoding: .digest,
      )
    )
    return copy
  }
}
