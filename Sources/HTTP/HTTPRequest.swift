/// One request, complete: nothing about it is taken from elsewhere.
package struct HTTPRequest: Sendable {
  /// The verbs that the Kubernetes and S3 APIs want.
  package enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
  }

  /// What is to be done with what the URL names.
  package var method: Method
  /// Absolute, `http` or `https`, percent-encoded.
  package var url: String
  /// In the order in which they are sent; a name may stand twice.
  package var headers: [HTTPHeader]
  /// Empty for none.
  package var body: [UInt8]
  /// Whom to trust, and whom to be.
  package var tls: TLSOptions
  /// `http`, `https` or `socks5`; nil takes what the transport's environment says (`HTTPS_PROXY`,
  /// `NO_PROXY`).
  package var proxy: String?
  /// For resolving, connecting and the TLS handshake together.
  package var connectTimeout: Duration
  /// For everything, from the start to the last byte; nil is no limit.
  package var timeout: Duration?
  /// Bytes of body, after decompression, beyond which the answer is refused; of a stream, those that
  /// nobody has taken yet.
  package var maximumResponseSize: Int
  /// Whether kept connections are passed over, as after one has failed.
  package var usesNewConnection = false
  /// Whether the answer tells the server's certificate, which only a new connection's handshake shows.
  package var tellsCertificate = false

  package init(
    _ method: Method = .get,
    _ url: String,
    headers: [HTTPHeader] = [],
    body: [UInt8] = [],
    tls: TLSOptions = TLSOptions(),
    proxy: String? = nil,
    connectTimeout: Duration = .seconds(10),
    timeout: Duration? = .seconds(60),
    maximumResponseSize: Int = 64 << 20,
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.tls = tls
    self.proxy = proxy
    self.connectTimeout = connectTimeout
    self.timeout = timeout
    self.maximumResponseSize = maximumResponseSize
  }
}

/// A name and a value.
///
/// Names are compared without regard to case, as HTTP does.
package struct HTTPHeader: Hashable, Sendable {
  /// In any case: names of headers are the same in all.
  package let name: String
  /// Without line breaks.
  package let value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
