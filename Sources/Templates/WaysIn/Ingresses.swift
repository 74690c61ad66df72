import JSON
import Objects

extension Site {
  /// A way in through an Ingress controller.
  ///
  /// - `controller`: the class of the controller; nil for the cluster's default.
  func ingress(
    _ name: String,
    of part: Part,
    class controller: String?,
    to target: IngressTarget,
    _ annotations: [String: String],
  ) -> Manifest {
    let backend: JSON = [
      "service": ["name": .string(target.service), "port": ["name": .string(target.port)]]
    ]
    let path: JSON = [
      "path": .string(target.path), "pathType": .string(target.pathType), "backend": backend,
    ]
    let host = JSON.string(target.host)
    let spec: JSON = .fields([
      "ingressClassName": controller.map(JSON.string),
      "tls": target.secret.map { [["hosts": [host], "secretName": .string($0)]] },
      "rules": [["host": host, "http": ["paths": [path]]]],
    ])
    return manifest(
      .ingress,
      name,
      of: part,
      ["metadata": ["annotations": .map(annotations)], "spec": spec],
    )
  }
}
