import Facts

/// Why a variable's value cannot stand in the file.
package enum VariableProblem: Fact, Hashable {
  /// It is not set, or empty.
  case unset(String)
  /// By its name it holds a secret, which would be shown wherever the value is.
  case secret(String)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// A variable that the file names is not set, or empty.
    case unset = "fleet.variable-unset"
    /// A variable is named that by its name holds a secret.
    case secret = "fleet.variable-of-secret"
  }

  package var code: Code {
    switch self {
    case .unset: .unset
    case .secret: .secret
    }
  }
}
