/// Why a context of the kubeconfig does not lead to a cluster.
package enum ContextError: Error, Hashable, Sendable {
  /// `known` begins with the names that are most like it; `files` are those that were read.
  case unknownContext(String, known: [String], files: [String])
  /// The context names a cluster or user that is nowhere; the entry is the context.
  case missing(KubeconfigPart, name: String, in: KubeconfigEntryName)
  case incomplete(KubeconfigEntryName, field: String)
  /// Two settings that exclude each other.
  case contradiction(KubeconfigEntryName, fields: [String])
  /// A setting that would change who we are or where we go, and that is not supported.
  case unsupported(KubeconfigEntryName, field: String)
  case badValue(KubeconfigEntryName, field: String, ValueFlaw)

  /// What is wrong with a field's value.
  package enum ValueFlaw: Hashable, Sendable {
    case notText
    case notFlag
    case notBase64
    /// The file that it names cannot be read.
    case unreadableFile(String)
    /// A server that is no URL of HTTP.
    case noURL
    /// A proxy whose scheme is not http, https or socks5.
    case noProxy(String)
    /// A private key that needs a passphrase.
    case encryptedKey
    /// A version of the plugins' protocol that fedctl does not speak.
    case unknownVersion(String)
    /// An `interactiveMode` that is none.
    case unknownMode(String)
  }
}

extension ContextError: Fact {
  /// The codes of this topic.
  package enum Code: String, FactCode {
    case unknown = "context.unknown"
    case missing = "context.missing-entry"
    /// An entry of the kubeconfig lacks a field that it must have.
    case incomplete = "context.incomplete"
    case contradiction = "context.contradiction"
    case unsupported = "context.unsupported"
    /// A field of the kubeconfig holds what it cannot mean.
    case badValue = "context.bad-value"
  }

  package var code: Code {
    switch self {
    case .unknownContext: .unknown
    case .missing: .missing
    case .incomplete: .incomplete
    case .contradiction: .contradiction
    case .unsupported: .unsupported
    case .badValue: .badValue
    }
  }
}
