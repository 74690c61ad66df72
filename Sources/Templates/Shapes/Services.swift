import JSON
import Objects

/// A port of a Service that leads to a port of its pods, by name.
func servicePort(_ name: String, _ port: Int64, target: String) -> JSON {
  [
    "name": .string(name),
    "port": .integer(port),
    "protocol": "TCP",
    "targetPort": .string(target),
  ]
}

extension Site {
  /// A Service with an address within the cluster.
  ///
  /// - `pods`: their labels where another than fedctl, or another part, makes them.
  /// - `fields`: whatever it has beside selector and ports.
  func service(
    _ name: String,
    of part: Part,
    selecting pods: [String: String]? = nil,
    ports: [JSON],
    _ fields: JSON = [:],
  ) -> Manifest {
    let spec: JSON = ["selector": .map(pods ?? selector(part)), "ports": .array(ports)]
    let plain: JSON = ["spec": spec]
    return manifest(.service, name, of: part, plain.merging(fields))
  }

  /// A Service that gives every pod its own DNS name and no address of its own.
  func headlessService(
    _ name: String,
    of part: Part,
    selecting pods: [String: String]? = nil,
    ports: [JSON],
  ) -> Manifest {
    let fields: JSON = ["spec": ["clusterIP": "None"]]
    return service(name, of: part, selecting: pods, ports: ports, fields)
  }
}
