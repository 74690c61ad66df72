import Facts

extension CredentialError {
  /// Why there is nothing to show to the API server, and what to do.
  var words: String {
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
  /// As it follows the plugin's name and what is said of its answer.
  fileprivate var words: String {
    switch self {
    case .tooLong: "it is longer than 1 MiB"
    case .notJSON: "it is not JSON"
    case .otherKind(let version): "it is no ExecCredential of \(version)"
    case .empty: "it has neither a token nor a certificate"
    case .halfIdentity: "it has a certificate without its key, or a key alone"
    case .encryptedKey: "its key needs a passphrase"
    case .badExpiry: "its expirationTimestamp is no RFC 3339 time"
    }
  }
}
