import Fleet
import JSON
import Objects

/// Ways in from outside to a Service; the cluster chooses the host where the fleet file does not.
extension Site {
  /// Leads to a `web-proxy` port; the router shows its own certificate, and checks the Service's.
  func route(_ name: String, to service: String, of part: Part) -> Manifest {
    route(
      name,
      to: service,
      port: "web-proxy",
      tls: ["termination": "reencrypt", "insecureEdgeTerminationPolicy": "Redirect"],
      of: part,
    )
  }

  /// Leads to a port whose own certificate the visitor sees, and which sees the visitor's.
  func passthroughRoute(
    _ name: String,
    to service: String,
    port: String,
    of part: Part,
  ) -> Manifest {
    route(name, to: service, port: port, tls: ["termination": "passthrough"], of: part)
  }

  /// Leads to a port without encryption of its own; the router shows its certificate.
  func edgeRoute(
    _ name: String,
    to service: String,
    port: String,
    of part: Part,
    in namespace: String,
  ) -> Manifest {
    let tls: JSON = ["termination": "edge", "insecureEdgeTerminationPolicy": "Redirect"]
    return route(name, to: service, port: port, tls: tls, of: part, in: namespace)
  }

  private func route(
    _ name: String,
    to service: String,
    port: String,
    tls: JSON,
    of part: Part,
    in foreignNamespace: String? = nil,
  ) -> Manifest {
    let host = routeHosts?.byRoute[name]
    // Of a connection that is passed through, the router shows nothing.
    let certificate =
      host == nil || tls["termination"] == "passthrough" ? nil : routeHosts?.certificate
    let shown = JSON.fields([
      "externalCertificate": certificate.map { ["name": .string($0.secret)] }
    ])
    let spec = JSON.fields([
      "host": host.map(JSON.string),
      "to": ["kind": "Service", "name": .string(service), "weight": 100],
      "port": ["targetPort": .string(port)],
      "tls": tls.merging(shown),
      "wildcardPolicy": "None",
    ])
    return manifest(.route, name, of: part, in: foreignNamespace, ["spec": spec])
  }
}

extension RouteHosts {
  /// By the names of the Routes.
  var byRoute: [String: String] {
    let hosts = [(Part.receive, receive), (Part.querier, querier), (Part.grafana, grafana)]
    return hosts.reduce(into: [:]) { names, host in names[host.0.name] = host.1 }
  }
}
