package import HTTP
import Text

/// A request to an AWS service, or to one that speaks like it, before it is signed.
package struct AWSRequest: Sendable {
  package var method: HTTPRequest.Method
  /// `http` or `https`.
  package var scheme: String
  /// Host, or host:port where the port is not the scheme's own.
  package var host: String
  /// As it is, not percent-encoded; begins with a slash.
  package var path: String
  /// As they are; the value of a flag such as `versions` is empty.
  package var query: [String: String]
  /// All of them are signed, and those that the signer adds.
  package var headers: [HTTPHeader]
  package var body: [UInt8]

  package init(
    _ method: HTTPRequest.Method,
    scheme: String = "https",
    host: String,
    path: String = "/",
    query: [String: String] = [:],
    headers: [HTTPHeader] = [],
    body: [UInt8] = [],
  ) {
    self.method = method
    self.scheme = scheme
    self.host = host
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }

  /// Encoded once, as S3 wants it.
  var encodedPath: String { PercentEncoding.path(path) }

  /// Encoded and sorted: what is signed is what is sent.
  var encodedQuery: String {
    let pairs = query.map { (PercentEncoding.strict($0.key), PercentEncoding.strict($0.value)) }
    return pairs.sorted { $0 < $1 }.map { "\($0)=\($1)" }.joined(separator: "&")
  }

  /// As it is sent: with the path as it was signed.
  var url: String {
    let address = "\(scheme)://\(host)\(encodedPath)"
    return query.isEmpty ? address : "\(address)?\(encodedQuery)"
  }
}
