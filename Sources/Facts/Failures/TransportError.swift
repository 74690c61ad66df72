/// Why no answer came.
package struct TransportError: Error, Hashable, Sendable {
  /// What kept the answer; details are the TLS library's or libcurl's own texts.
  package enum Reason: Hashable, Sendable {
    case malformedURL
    /// A header, of this name, holds a line break or another control character; nothing was sent.
    case unsendableHeader(name: String)
    /// The host, or the proxy, has no address.
    case unresolved
    case refused
    /// No connection for another reason than a refusal, as no route or a failing proxy; like all texts
    /// here, in the transfer library's words.
    case unreachable(String)
    /// The server's certificate does not convince.
    case untrustedServer(String)
    /// Our certificate, key or authorities are unusable.
    case unusableCertificate(String)
    /// The handshake failed for another reason.
    case handshake(String)
    case timedOut(String)
    /// The connection ended before the answer did.
    case dropped(String)
    /// The answer has more bytes than were asked for.
    case tooLarge(limit: Int)
    case cancelled
    /// libcurl could not have what it needs.
    case outOfMemory
    /// Another failure, in libcurl's words.
    case other(String)
  }

  /// What kept the answer.
  package let reason: Reason
  /// Without user, password and query.
  package let url: String

  package init(_ reason: Reason, url: String) {
    self.reason = reason
    self.url = url
  }
}

extension TransportError: Fact {
  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// The address is no URL that can be asked.
    case malformedURL = "transport.malformed-url"
    /// A header holds a line break or another control character.
    case unsendableHeader = "transport.unsendable-header"
    case unresolved = "transport.unresolved"
    /// Nobody listens there.
    case refused = "transport.refused"
    case unreachable = "transport.unreachable"
    case untrustedServer = "transport.untrusted-server"
    case unusableCertificate = "transport.unusable-certificate"
    case handshake = "transport.handshake-failed"
    /// The answer did not come in time.
    case timedOut = "transport.timed-out"
    case dropped = "transport.dropped"
    case tooLarge = "transport.answer-too-large"
    /// The run ended before the answer came.
    case cancelled = "transport.cancelled"
    /// libcurl reports another failure.
    case other = "transport.failed"
  }

  package var code: Code {
    switch reason {
    case .malformedURL: .malformedURL
    case .unsendableHeader: .unsendableHeader
    case .unresolved: .unresolved
    case .refused: .refused
    case .unreachable: .unreachable
    case .untrustedServer: .untrustedServer
    case .unusableCertificate: .unusableCertificate
    case .handshake: .handshake
    case .timedOut: .timedOut
    case .dropped: .dropped
    case .tooLarge: .tooLarge
    case .cancelled: .cancelled
    case .outOfMemory, .other: .other
    }
  }
}
