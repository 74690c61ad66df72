/// Why there is no answer.
package enum TransportError: Error, Hashable, Sendable {
  case invalidURL
  case cannotResolve(host: String)
  /// Nobody listens there, or the way is blocked.
  case cannotConnect(host: String, reason: String)
  /// The server's certificate, or ours, was not accepted.
  case tls(host: String, reason: String)
  case proxy(reason: String)
  case timedOut(host: String)
  /// The connection broke after the request had been sent, or while it was.
  case dropped(host: String, reason: String)
  case tooLarge(host: String, limit: Int)
  case cancelled
}

extension TransportError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .invalidURL: "the server's URL is malformed"
    case .cannotResolve(let host): "the name \(host) does not resolve"
    case .cannotConnect(let host, let reason): "cannot connect to \(host): \(reason)"
    case .tls(let host, let reason): "TLS with \(host) failed: \(reason)"
    case .proxy(let reason): "the proxy failed: \(reason)"
    case .timedOut(let host): "\(host) did not answer in time"
    case .dropped(let host, let reason): "the connection to \(host) broke: \(reason)"
    case .tooLarge(let host, let limit): "\(host) answered with more than \(limit) bytes"
    case .cancelled: "interrupted"
    }
  }
}

extension TransportError {
  /// Whether the request may have reached the server and another try may fare better.
  package var isTransient: Bool {
    switch self {
    case .dropped, .timedOut: true
    case .cannotConnect, .cannotResolve, .invalidURL, .tls, .proxy, .tooLarge, .cancelled: false
    }
  }
}
