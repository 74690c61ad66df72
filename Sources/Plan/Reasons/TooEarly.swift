package import Facts
package import Objects

/// Why a server cannot say yet what it would make of an object.
package enum TooEarly: Fact, Hashable {
  /// The kind's definition is not there yet.
  case kindNotServed(ResourceKind)
  case missingNamespace(String)
  /// The server was asked, and lacks something that the object needs.
  case answered(KubernetesError)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case kindNotServed = "validation.kind-not-served"
    /// The namespace is not there yet.
    case missingNamespace = "validation.missing-namespace"
    case answered = "validation.not-possible"
  }

  package var code: Code {
    switch self {
    case .kindNotServed: .kindNotServed
    case .missingNamespace: .missingNamespace
    case .answered: .answered
    }
  }
}
