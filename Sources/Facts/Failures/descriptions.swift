import JSON

// What callers that still pass failures on as text make of them; fedctl/Words has the words.

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

extension KubernetesError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .transport(let error): error.description
    case .status(let status) where status.isUnauthorized:
      "the cluster refuses the kubeconfig's credentials (401): log in again"
    case .status(let status):
      status.firstLine.map { "HTTP status \(status.code): \($0)" }
        ?? (status.message.isEmpty
          ? "HTTP status \(status.code): no explanation" : status.message)
    case .notServed(let kind): "the cluster does not serve \(kind)"
    case .malformedAnswer(let flaw):
      "the answer is not what the Kubernetes API gives: \(flaw.words)"
    case .credential(let error): error.description
    }
  }
}

extension AnswerFlaw {
  fileprivate var words: String {
    switch self {
    case .notJSON(let error): error.description
    case .noEvent: "a line of a watch that is no event"
    case .noToken: "a TokenRequest without token or expiry"
    }
  }
}

extension CredentialError: CustomStringConvertible {
  /// Why there is nothing to show to the API server, and what to do.
  package var description: String {
    switch self {
    case .unreadableTokenFile(let path): "the token file \(path) cannot be read"
    case .emptyTokenFile(let path): "the token file \(path) is empty"
    case .pluginNotFound(let command, let hint):
      "the credential plugin `\(command)` is not installed"
        + (hint.map { "; its kubeconfig says: \($0)" } ?? "; install it, or mend PATH")
    case .pluginNotStarted(let command, let errno):
      "the credential plugin `\(command)` failed with status \(errno): it cannot be started"
    case .pluginFailed(let command, let status, let output):
      "the credential plugin `\(command)` failed with status \(status)"
        + (output.isEmpty ? "" : ": \(output)")
    case .malformedAnswer(let command, let flaw):
      "the credential plugin `\(command)` gave no usable answer: \(flaw.words)"
    case .pluginTookTooLong(let command):
      "the credential plugin `\(command)` did not answer within a minute; run it by hand to see why"
    case .cancelled: "cancelled"
    }
  }
}

extension PluginFlaw {
  fileprivate var words: String {
    switch self {
    case .tooLong: "it is longer than 1 MiB"
    case .notJSON: "it is not JSON"
    case .otherKind(let version): "it is no ExecCredential of \(version)"
    case .empty: "it has neither a token nor a certificate"
    case .halfIdentity: "it has a certificate without its key, or a key alone"
    case .badExpiry: "its expirationTimestamp is no RFC 3339 time"
    }
  }
}
