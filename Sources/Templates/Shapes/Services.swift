import JSON
import Objects

func servicePort(_ name: String, _ port: Int64, target: String) -> JSON {
  [
    "name": .string(name),
    "port": .integer(port),
    "protocol": "TCP",
    "targetPort": .string(target),
  ]
}

extension Site {
  /// A Service that gives every pod its own DNS name and no address of its own.
  ///
  /// `pods` is their labels where another than fedctl makes them.
  func headlessService(
    _ name: String,
    of part: Part,
    selecting pods: [String: String]? = nil,
    ports: [JSON],
  ) -> Manifest {
    let spec: JSON = [
      "clusterIP": "None",
      "selector": .map(pods ?? selector(part)),
      "ports": .array(ports),
    ]
    return manifest(.service, name, of: part, ["spec": spec])
  }
}
