/// Why no answer came.
package struct TransportError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case malformedURL
    /// The host, or the proxy, has no address.
    case unresolved
    case refused
    /// No connection for another reason than a refusal, as no route or a failing proxy.
    case unreachable(String)
    /// The server's certificate does not convince, in the TLS library's words.
    case untrustedServer(String)
    /// Our certificate, key or authorities are unusable.
    case unusableCertificate(String)
    /// The handshake failed for another reason.
    case handshake(String)
    case timedOut(String)
    /// The connection ended before the answer did.
    case dropped(String)
    case tooLarge(limit: Int)
    case cancelled
    case other(String)
  }

  package let reason: Reason
  /// Without user, password and query.
  package let url: String

  package init(_ reason: Reason, url: String) {
    self.reason = reason
    self.url = url
  }
}

extension TransportError: CustomStringConvertible {
  package var description: String { "\(reason.words) (\(url))" }
}

extension TransportError.Reason {
  fileprivate var words: String {
    switch self {
    case .malformedURL: "the address is no URL that can be asked"
    case .unresolved: "the host name has no address"
    case .refused: "the connection was refused; is the server running there?"
    case .unreachable(let detail): "no connection: \(detail)"
    case .untrustedServer(let detail): "the server's certificate is not trusted: \(detail)"
    case .unusableCertificate(let detail): "the certificate or key to be used is bad: \(detail)"
    case .handshake(let detail): "the TLS handshake failed: \(detail)"
    case .timedOut(let detail): "no answer in time: \(detail)"
    case .dropped(let detail): "the connection broke: \(detail)"
    case .tooLarge(let limit): "the answer is larger than \(limit) bytes"
    case .cancelled: "cancelled"
    case .other(let detail): detail
    }
  }
}
