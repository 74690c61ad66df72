/// Why there is nothing to show to the API server.
package enum CredentialError: Error, Hashable, Sendable {
  case unreadableTokenFile(String)
  case emptyTokenFile(String)
  case pluginNotFound(command: String, hint: String?)
  /// The plugin ended with a status other than zero; `output` is what it wrote to stderr.
  case pluginFailed(command: String, status: Int, output: String)
  /// The plugin's answer is no ExecCredential of the version that was asked for.
  case malformedAnswer(command: String, reason: String)
  /// It had not answered within a minute.
  case pluginTookTooLong(command: String)
  case cancelled
}

extension CredentialError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadableTokenFile(let path): "the token file \(path) cannot be read"
    case .emptyTokenFile(let path): "the token file \(path) is empty"
    case .pluginNotFound(let command, let hint):
      "the credential plugin `\(command)` is not installed"
        + (hint.map { "; its kubeconfig says: \($0)" } ?? "; install it, or mend PATH")
    case .pluginFailed(let command, let status, let output):
      "the credential plugin `\(command)` failed with status \(status)"
        + (output.isEmpty ? "" : ": \(output)")
    case .malformedAnswer(let command, let reason):
      "the credential plugin `\(command)` gave no usable answer: \(reason)"
    case .pluginTookTooLong(let command):
      "the credential plugin `\(command)` did not answer within a minute; run it by hand to see why"
    case .cancelled: "cancelled"
    }
  }
}
