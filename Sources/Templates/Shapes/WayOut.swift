import Fleet
import JSON

extension Site {
  /// What a container that goes out of the cluster must know, as entries of `env`: Go programs read these variables.
  ///
  /// A Prometheus reads none of them, and is told of the proxy in its configuration.
  var wayOut: [JSON] {
    guard let proxy = surroundings.proxy else { return [] }
    let exceptions = (Self.within + proxy.exceptions).joined(separator: ",")
    return [("HTTP_PROXY", proxy.http), ("HTTPS_PROXY", proxy.https), ("NO_PROXY", exceptions)]
      .compactMap { name, value in
        value.map { ["name": .string(name), "value": .string($0)] }
      }
  }

  /// What never needs the way out: the pod itself, what the node or its cloud tells pods (credentials among that), Services,
  /// and the API server, whose address the kubelet puts in.
  private static let within = [
    "localhost", "127.0.0.1", "::1", "169.254.0.0/16", ".svc", ".cluster.local",
    "$(KUBERNETES_SERVICE_HOST)",
  ]

  /// The proxy for what a Prometheus sends to a host; nil for none.
  ///
  /// A host that only live objects know, as that of a Route, is held to be outside.
  func proxyURL(to host: String?, isEncrypted: Bool = true) -> JSON? {
    guard let proxy = surroundings.proxy, let url = isEncrypted ? proxy.https : proxy.http else {
      return nil
    }
    return host.map { proxy.excepts($0, beside: Self.within) } == true ? nil : .string(url)
  }
}
