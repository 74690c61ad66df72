package import Facts
package import YAML

/// Why a kubeconfig file cannot be used at all; what is wrong with one context is a `ContextError`.
package enum KubeconfigError: Error, Hashable, Sendable {
  /// None of the files exists in which one is looked for.
  case none(looked: [String])
  case unreadable(file: String)
  case malformed(file: String, Flaw)

  /// What makes a file no kubeconfig.
  package enum Flaw: Hashable, Sendable {
    case notYAML(YAMLError)
    /// It is a list or a text.
    case noMapping
    /// It is something else than a Config of v1.
    case otherKind(version: String, kind: String)
    /// Two entries of one list have the same name, of which nobody knows which is meant.
    case doubled(KubeconfigPart, name: String)
    /// One of the three lists is something else.
    case noList(KubeconfigPart)
    /// An element of a list has no name.
    case unnamed(KubeconfigPart)
  }
}

extension KubeconfigError: Fact {
  /// The codes of this topic.
  package enum Code: String, FactCode {
    case none = "kubeconfig.none"
    /// The file cannot be read.
    case unreadable = "kubeconfig.unreadable"
    /// The file is no kubeconfig.
    case malformed = "kubeconfig.malformed"
  }

  package var code: Code {
    switch self {
    case .none: .none
    case .unreadable: .unreadable
    case .malformed: .malformed
    }
  }
}
