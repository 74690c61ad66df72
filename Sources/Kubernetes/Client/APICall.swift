internal import HTTP
internal import JSON

/// One request to an API server, before anyone has signed it.
struct APICall: Sendable {
  var method: HTTPRequest.Method = .get
  let endpoint: Endpoint
  var body: JSON? = nil
  var contentType = "application/json"
  /// Whether doing it twice is as good as doing it once.
  var isRepeatable = true
  var timeout: Duration = .seconds(60)

  func request(to connection: ClusterConnection, _ proof: Credential.Proof) -> HTTPRequest {
    var headers = [HTTPHeader("Accept", "application/json"), HTTPHeader("User-Agent", "fedctl")]
    if body != nil { headers.append(HTTPHeader("Content-Type", contentType)) }
    var tls = connection.tls
    if let identity = proof.identity { tls.identity = identity }
    return HTTPRequest(
      method,
      connection.server + endpoint.text,
      headers: headers + proof.headers,
      body: body?.bytes() ?? [],
      tls: tls,
      proxy: connection.proxy,
      timeout: timeout,
    )
  }
}
