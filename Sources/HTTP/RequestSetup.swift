internal import CLibCurl
internal import Text

extension EasyHandle {
  /// Everything that a request says, told to libcurl.
  mutating func prepare(
    _ request: HTTPRequest,
    _ proxies: EnvironmentProxy,
    _ authorities: EnvironmentAuthorities,
  ) {
    set(CURLOPT_NOSIGNAL, true)
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_FOLLOWLOCATION, false)
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, true)
    // Dots in a path may belong to the name of an object, and a signature covers them.
    set(CURLOPT_PATH_AS_IS, true)
    set(CURLOPT_ACCEPT_ENCODING, "gzip")
    setConnection(request)
    setProxy(request, proxies)
    setMessage(request)
    setTLS(request, authorities)
  }

  private func setConnection(_ request: HTTPRequest) {
    set(CURLOPT_CONNECTTIMEOUT_MS, request.connectTimeout.milliseconds)
    if let timeout = request.timeout { set(CURLOPT_TIMEOUT_MS, timeout.milliseconds) }
    // A peer that vanished without a word is noticed on connections that only listen, as watches.
    set(CURLOPT_TCP_KEEPALIVE, true)
    set(CURLOPT_TCP_KEEPIDLE, 30)
    set(CURLOPT_TCP_KEEPINTVL, 15)
    set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
    set(CURLOPT_PIPEWAIT, true)
    if request.usesNewConnection || request.tellsCertificate { set(CURLOPT_FRESH_CONNECT, true) }
    if request.tellsCertificate { set(CURLOPT_CERTINFO, true) }
  }

  /// One that the request names counts for every address, whatever the environment says; libcurl never
  /// looks there itself, since its rules are others than kubectl's.
  private func setProxy(_ request: HTTPRequest, _ proxies: EnvironmentProxy) {
    set(CURLOPT_NOPROXY, "")
    guard let proxy = request.proxy ?? proxies.proxy(for: request.url) else {
      return set(CURLOPT_PROXY, "")
    }
    // As in Go, names are resolved at the proxy: who needs one often cannot resolve them here.
    let isPlain = proxy.lowercased().begins(with: "socks5://")
    set(CURLOPT_PROXY, isPlain ? "socks5h\(proxy.dropFirst(6))" : proxy)
  }

  private mutating func setMessage(_ request: HTTPRequest) {
    switch request.method {
    case .get where request.body.isEmpty: set(CURLOPT_HTTPGET, true)
    case .head: set(CURLOPT_NOBODY, true)
    case .delete where request.body.isEmpty: break
    default: setBody(request.body)
    }
    set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
    var lines = request.headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
    // A name without a value keeps libcurl from sending a header of its own.
    lines.append("Expect:")
    if !request.headers.contains(where: { $0.name.lowercased() == "content-type" }) {
      lines.append("Content-Type:")
    }
    if request.tls.serverName != nil, let parts = URLParts(request.url) {
      lines.append("Host: \(parts.authority)")
    }
    set(CURLOPT_HTTPHEADER, list: lines)
  }

  private mutating func setTLS(_ request: HTTPRequest, _ authorities: EnvironmentAuthorities) {
    set(CURLOPT_SSL_VERIFYPEER, request.tls.verifiesServer)
    set(CURLOPT_SSL_VERIFYHOST, request.tls.verifiesServer ? 2 : 0)
    set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    setAuthorities(request, authorities)
    if let identity = request.tls.identity {
      set(CURLOPT_SSLCERT_BLOB, blob: identity.certificate)
      set(CURLOPT_SSLKEY_BLOB, blob: identity.key)
      // Without one OpenSSL would ask for the passphrase of an encrypted key.
      set(CURLOPT_KEYPASSWD, "")
    }
    setAddress(request)
  }

  /// The system's, where the request brings none, are where Go's programs look for them, too.
  private func setAuthorities(_ request: HTTPRequest, _ environment: EnvironmentAuthorities) {
    guard !request.url.begins(with: "http:") else { return }
    let named = request.tls.authorities ?? environment.all
    // Else the system's folder would be trusted beside them.
    if named != nil || environment.namesFolders { clear(CURLOPT_CAPATH) }
    if let named {
      set(CURLOPT_CAINFO_BLOB, blob: named)
    } else if let file = environment.file {
      set(CURLOPT_CAINFO, file)
    }
  }

  /// libcurl asks for and verifies the name in the URL, so another name is put there and the
  /// connection is led to the real host; the `Host` header still says the real one.
  private mutating func setAddress(_ request: HTTPRequest) {
    guard let name = request.tls.serverName, let parts = URLParts(request.url) else {
      return set(CURLOPT_URL, request.url)
    }
    set(CURLOPT_URL, "\(parts.scheme)\(name)\(parts.rest)")
    set(CURLOPT_CONNECT_TO, list: ["::\(parts.authority)"])
  }
}

extension Duration {
  /// Whole milliseconds, at least one: none would mean no limit.
  fileprivate var milliseconds: Int { max(1, Int(self / .milliseconds(1))) }
}
