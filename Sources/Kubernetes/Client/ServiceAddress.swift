import Text

/// A port of a Service, as the API server's proxy reaches it.
package struct ServiceAddress: Hashable, Sendable {
  /// Where the Service is.
  package let namespace: String
  /// The Service's.
  package let name: String
  /// The name or number of one of its ports; nil for the only one.
  package let port: String?
  /// Whether TLS is spoken behind it; whose certificate that shows, the API server does not look at.
  package let isTLS: Bool

  package init(namespace: String, name: String, port: String? = nil, isTLS: Bool = false) {
    self.namespace = namespace
    self.name = name
    self.port = port
    self.isTLS = isTLS
  }
}

extension ServiceAddress {
  /// Where the proxy hears, without what is asked of the program behind it.
  package var proxyPath: String {
    let name = PercentEncoding.strict(name)
    let port = port.map { ":\(PercentEncoding.strict($0))" } ?? (isTLS ? ":" : "")
    return "/api/v1/namespaces/\(PercentEncoding.strict(namespace))/services/"
      + "\(isTLS ? "https:" : "")\(name)\(port)/proxy"
  }
}

extension ServiceAddress: CustomStringConvertible {
  /// As `thanos/thanos-query:http`.
  package var description: String {
    "\(isTLS ? "https:" : "")\(namespace)/\(name)" + (port.map { ":\($0)" } ?? "")
  }
}
