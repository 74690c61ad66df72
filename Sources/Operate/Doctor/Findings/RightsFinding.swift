package import Facts
package import Kubernetes

/// For what the kubeconfig's user needs rights: each is a role of `examples/rbac`.
package enum RightsPurpose: String, Hashable, Sendable, CaseIterable {
  /// `status`, and `plan` of what stays as it is.
  case read
  /// `plan` and `apply`.
  case apply
}

/// Whether the kubeconfig's user may do what is needed.
package enum RightsFinding: Fact, Hashable {
  /// Everything that this takes.
  case enough(RightsPurpose)
  /// Without these it cannot be done.
  case lacks(Set<Right>, RightsPurpose, context: String)
  /// It can be done without these, and less is seen or cleaned up.
  case lacksHelp(Set<Right>, RightsPurpose, context: String)
  /// The cluster does not tell what may be done.
  case untold(KubernetesError)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case enough = "doctor.rights-enough"
    case lacks = "doctor.rights-missing"
    case lacksHelp = "doctor.rights-missing-for-help"
    case untold = "doctor.rights-untold"
  }

  package var code: Code {
    switch self {
    case .enough: .enough
    case .lacks: .lacks
    case .lacksHelp: .lacksHelp
    case .untold: .untold
    }
  }

  /// How much it matters.
  package var gravity: Gravity {
    switch self {
    case .enough: .well
    case .lacks: .error
    case .lacksHelp: .warning
    case .untold: .untold
    }
  }
}
