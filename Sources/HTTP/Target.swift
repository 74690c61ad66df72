import FoundationEssentials

/// Where a request goes, and under which name.
///
/// libcurl checks a certificate against the URL's host. Where another name is to be checked, that
/// name becomes the URL's host, the connection is led to the real one, and the Host header names it.
struct Target {
  let url: String
  let connectTo: [String]
  let headers: [String]

  init(_ request: HTTPRequest) throws(TransportError) {
    guard let parts = URLComponents(string: request.url), let host = parts.host, !host.isEmpty
    else {
      throw .invalidURL
    }
    // An empty `Expect:` keeps libcurl from waiting for leave to send a body.
    let expectation = ["Expect:"]
    guard let name = request.tls.serverName, parts.scheme == "https" else {
      url = request.url
      connectTo = []
      headers = expectation
      return
    }
    let port = parts.port ?? 443
    var renamed = parts
    renamed.host = name
    guard let text = renamed.string else { throw .invalidURL }
    url = text
    connectTo = ["\(name):\(port):\(host):\(port)"]
    headers = expectation + ["Host: \(host):\(port)"]
  }
}
