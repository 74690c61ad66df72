import Facts

extension WriterAnswers {
  /// What a sample that was taken in says is more than that the door is open.
  var door: [WritingFinding] {
    switch probe {
    case .found(let seconds): [.probeFound(seconds: seconds)]
    case .lost: [.probeLost]
    case nil: knocked
    }
  }

  private var knocked: [WritingFinding] {
    switch knock {
    case nil: []
    case .lacks(let finding): [finding]
    case .unread(let error): [.unread(error)]
    case .unanswered(let error): [Self.unanswered(error)]
    case .answered(let status, let said): [Self.answered(status, said)]
    }
  }

  private static func unanswered(_ error: TransportError) -> WritingFinding {
    switch error.reason {
    case .untrustedServer: .authorityWrong(error)
    case .unusableCertificate: .certificateUnusable(error)
    case .handshake(let said) where said.contains("alert"): alert(said, error)
    case .malformedURL, .unsendableHeader, .unresolved, .refused, .unreachable, .handshake,
      .timedOut, .dropped, .tooLarge, .cancelled, .outOfMemory, .other:
      .unreachable(error)
    }
  }

  /// An alert (RFC 8446, section 6.2), as OpenSSL words it: what the hub thinks of what it was shown.
  private static func alert(_ said: String, _ error: TransportError) -> WritingFinding {
    if said.contains("certificate expired") { return .certificateExpired }
    if said.contains("unknown ca") { return .certificateUnknown }
    return said.contains("certificate") ? .certificateRefused(error) : .unreachable(error)
  }

  /// Receive takes a request without series; what it says of one that it cannot read, it says behind the door, too.
  private static func answered(_ status: Int, _ said: String?) -> WritingFinding {
    switch status {
    case 200..<300, 400, 409, 415: .wayOpen
    case 401: .tokenRefused
    case 403: .notAllowed(said: said)
    case 429: .throttled
    default: .hubFails(status: status, said: said)
    }
  }
}
