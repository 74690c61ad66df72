import CLibCurl

/// One libcurl easy handle, configured for one request.
///
/// `@unchecked Sendable`: the handle is configured before it is handed to the transport's thread
/// and is touched by that thread alone afterwards; nothing else keeps a copy.
@safe struct EasyHandle: ~Copyable, @unchecked Sendable {
  let raw: OpaquePointer
  private let headers: UnsafeMutablePointer<curl_slist>?
  private let connectTo: UnsafeMutablePointer<curl_slist>?

  /// - Throws: `invalidURL` where libcurl cannot take what it is given.
  init(_ request: HTTPRequest) throws(TransportError) {
    guard let raw = unsafe curl_easy_init() else { throw .invalidURL }
    let target = try Target(request)
    unsafe self.raw = OpaquePointer(raw)
    unsafe headers = Self.list(request.headers.map { "\($0.name): \($0.value)" } + target.headers)
    unsafe connectTo = Self.list(target.connectTo)
    text(CURLOPT_URL, target.url)
    text(CURLOPT_CUSTOMREQUEST, request.method)
    text(CURLOPT_PROTOCOLS_STR, "http,https")
    if let proxy = request.proxy { text(CURLOPT_PROXY, proxy) }
    if request.method == "HEAD" { number(CURLOPT_NOBODY, 1) }
    unsafe fedctl_set_headers(pointer, headers)
    unsafe fedctl_set_connect_to(pointer, connectTo)
    setBody(request)
    setTimes(request)
    setTLS(request.tls)
  }

  deinit {
    unsafe curl_easy_cleanup(UnsafeMutableRawPointer(raw))
    unsafe curl_slist_free_all(headers)
    unsafe curl_slist_free_all(connectTo)
  }

  var pointer: UnsafeMutableRawPointer { unsafe UnsafeMutableRawPointer(raw) }

  func number(_ option: CURLoption, _ value: Int) {
    _ = unsafe fedctl_set_long(pointer, option, value)
  }

  private func text(_ option: CURLoption, _ value: String) {
    _ = unsafe fedctl_set_text(pointer, option, value)
  }

  private func blob(_ option: CURLoption, _ bytes: [UInt8]) {
    _ = unsafe bytes.withUnsafeBytes {
      unsafe fedctl_set_blob(pointer, option, $0.baseAddress, $0.count)
    }
  }

  private func setBody(_ request: HTTPRequest) {
    guard !request.body.isEmpty else { return }
    _ = unsafe request.body.withUnsafeBytes {
      unsafe fedctl_set_body(pointer, $0.baseAddress, $0.count)
    }
  }

  private func setTimes(_ request: HTTPRequest) {
    // Signals would hit the wrong thread, and names resolve without them.
    number(CURLOPT_NOSIGNAL, 1)
    number(CURLOPT_FOLLOWLOCATION, 0)
    // Many requests share one HTTP/2 connection rather than racing to open their own.
    number(CURLOPT_PIPEWAIT, 1)
    number(CURLOPT_TCP_KEEPALIVE, 1)
    number(CURLOPT_CONNECTTIMEOUT_MS, request.connectTimeout.milliseconds)
    if let timeout = request.timeout { number(CURLOPT_TIMEOUT_MS, timeout.milliseconds) }
  }

  private func setTLS(_ tls: TLSOptions) {
    if let authority = tls.certificateAuthority { blob(CURLOPT_CAINFO_BLOB, authority) }
    if let certificate = tls.clientCertificate { blob(CURLOPT_SSLCERT_BLOB, certificate) }
    if let key = tls.clientKey { blob(CURLOPT_SSLKEY_BLOB, key) }
    if tls.isInsecure {
      number(CURLOPT_SSL_VERIFYPEER, 0)
      number(CURLOPT_SSL_VERIFYHOST, 0)
    }
  }

  private static func list(_ lines: [String]) -> UnsafeMutablePointer<curl_slist>? {
    unsafe lines.reduce(nil) { unsafe curl_slist_append($0, $1) }
  }
}

extension Duration {
  var milliseconds: Int {
    Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}
