/// A web proxy by which pods reach what is outside of their cluster.
package struct WebProxy: Hashable, Sendable {
  /// The URL for what is asked by plain HTTP, which names nobody before its host; nil for no proxy.
  package var http: String?
  /// The same for what is asked by HTTPS.
  package var https: String?
  /// What is reached without it, beside everything within the cluster: hosts, domains, addresses, networks.
  package var exceptions: [String]
}

extension WebProxy {
  /// Whether a host is reached without the proxy, as programs read `NO_PROXY`: a name stands for itself and for all
  /// below it, with a dot before it for those alone, and `*` for everything.
  ///
  /// - `within`: what never goes by a proxy, whatever the file says.
  package func excepts(_ host: String, beside within: [String] = []) -> Bool {
    (within + exceptions).contains { exception in
      let name = exception.prefix { $0 != ":" }
      if name == "*" { return true }
      let domain = name.drop { $0 == "." || $0 == "*" }
      return host.hasSuffix(".\(domain)") || host == name
    }
  }
}
