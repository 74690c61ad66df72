/// Why there is nothing to show to the API server.
package enum CredentialError: Error, Hashable, Sendable {
  case unreadableTokenFile(String)
  case emptyTokenFile(String)
  /// There is no such program; the hint is the kubeconfig's own.
  case pluginNotFound(command: String, hint: String?)
  /// The operating system would not start it, for the reason with this number.
  case pluginNotStarted(command: String, errno: Int)
  /// The plugin ended with a status other than zero; `output` is what it wrote to stderr.
  case pluginFailed(command: String, status: Int, output: String)
  case malformedAnswer(command: String, PluginFlaw)
  /// It had not answered within a minute.
  case pluginTookTooLong(command: String)
  case cancelled
}

extension CredentialError: Fact {
  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// The file that holds the token cannot be read.
    case unreadableTokenFile = "credential.unreadable-token-file"
    /// The file that holds the token is empty.
    case emptyTokenFile = "credential.empty-token-file"
    case pluginNotFound = "credential.plugin-not-found"
    case pluginFailed = "credential.plugin-failed"
    /// The plugin's answer is no credential.
    case malformedAnswer = "credential.malformed-answer"
    case pluginTookTooLong = "credential.plugin-too-slow"
    /// The run ended before there was a credential.
    case cancelled = "credential.cancelled"
  }

  package var code: Code {
    switch self {
    case .unreadableTokenFile: .unreadableTokenFile
    case .emptyTokenFile: .emptyTokenFile
    case .pluginNotFound: .pluginNotFound
    case .pluginNotStarted, .pluginFailed: .pluginFailed
    case .malformedAnswer: .malformedAnswer
    case .pluginTookTooLong: .pluginTookTooLong
    case .cancelled: .cancelled
    }
  }
}
