import Facts

extension TransportError {
  /// Why no answer came, and from where.
  var words: String { "\(reason.words) (\(url))" }
}

extension TransportError.Reason {
  /// Before the address; libcurl's and the TLS library's texts stand as they are.
  var words: String {
    switch self {
    case .malformedURL: "the address is no URL that can be asked"
    case .unsendableHeader(let name):
      "nothing was sent, for what belongs into the header \(name) holds a line break or another "
        + "control character"
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
    case .outOfMemory: "out of memory"
    case .other(let detail): detail
    }
  }
}
