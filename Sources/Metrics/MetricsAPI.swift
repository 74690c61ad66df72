package import HTTP
package import Kubernetes

/// One HTTP API of Prometheus' kind (Prometheus, Thanos Query, and whatever speaks as they do), and how it
/// is reached.
package struct MetricsAPI: Sendable {
  /// How requests come to the API.
  package enum Way: Sendable {
    /// Through a cluster's API server, which needs the right to `get services/proxy` and nothing else: no Route, no
    /// token, no port that is open to the world.
    case serviceProxy(ServiceAddress, of: KubernetesClient)
    /// From here to its own address.
    case direct(MetricsAddress, over: HTTPTransport)
  }

  /// How requests come to it.
  package let way: Way
  /// What one answer may take.
  package let limits: MetricsLimits

  package init(_ way: Way, limits: MetricsLimits = MetricsLimits()) {
    self.way = way
    self.limits = limits
  }
}

/// The address of an API that is asked without an API server in between.
package struct MetricsAddress: Sendable {
  /// Before `/api/v1`, as `https://thanos.example.com`; a slash at its end is not kept.
  package let url: String
  /// Shown as `Authorization: Bearer`; nil shows nothing.
  package let token: String?
  /// Whom to trust.
  package let tls: TLSOptions

  package init(_ url: String, token: String? = nil, tls: TLSOptions = TLSOptions()) {
    self.url = url.hasSuffix("/") ? String(url.dropLast()) : url
    self.token = token
    self.tls = tls
  }
}

/// What one answer may take before it is given up.
package struct MetricsLimits: Hashable, Sendable {
  /// Bytes of an answer.
  package var size: Int
  /// From asking to the last byte; the server is told, so that it does not go on when nobody listens.
  package var time: Duration

  package init(size: Int = 32 << 20, time: Duration = .seconds(30)) {
    self.size = size
    self.time = time
  }
}
