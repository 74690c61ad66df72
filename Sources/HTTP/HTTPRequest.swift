/// One HTTP request as a value.
package struct HTTPRequest: Sendable {
  package var method: String
  /// Absolute, with `http` or `https`.
  package var url: String
  package var headers: [HTTPHeader]
  package var body: [UInt8]
  package var tls: TLSOptions
  /// `http://`, `https://` or `socks5://`; nil takes the environment's proxy, if it names one.
  package var proxy: String?
  package var connectTimeout: Duration
  /// For the whole exchange; nil for one that may go on, as a watch does.
  package var timeout: Duration?
  /// Bytes of body after which the answer is refused.
  package var maximumResponseSize: Int

  package init(
    method: String = "GET",
    url: String,
    headers: [HTTPHeader] = [],
    body: [UInt8] = [],
    tls: TLSOptions = TLSOptions(),
    proxy: String? = nil,
    connectTimeout: Duration = .seconds(10),
    timeout: Duration? = .seconds(60),
    maximumResponseSize: Int = 256 << 20,
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

package struct HTTPHeader: Hashable, Sendable {
  package let name: String
  package let value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// Whom to trust and as whom to appear.
package struct TLSOptions: Hashable, Sendable {
  /// PEM; nil trusts the system's certificate authorities.
  package var certificateAuthority: [UInt8]?
  /// PEM certificate chain and PEM key.
  package var clientCertificate: [UInt8]?
  package var clientKey: [UInt8]?
  /// The name that the server's certificate must have, where it is not the URL's host.
  package var serverName: String?
  /// Trusts anybody.
  package var isInsecure: Bool

  package init(
    certificateAuthority: [UInt8]? = nil,
    clientCertificate: [UInt8]? = nil,
    clientKey: [UInt8]? = nil,
    serverName: String? = nil,
    isInsecure: Bool = false,
  ) {
    self.certificateAuthority = certificateAuthority
    self.clientCertificate = clientCertificate
    self.clientKey = clientKey
    self.serverName = serverName
    self.isInsecure = isInsecure
  }
}

/// What a server answered.
package struct HTTPResponse: Sendable {
  package var status: Int
  package var headers: [HTTPHeader]
  package var body: [UInt8]

  package init(status: Int, headers: [HTTPHeader] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The first header of a name, whose case does not matter.
  package subscript(header name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
