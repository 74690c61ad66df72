import Facts

/// Why a run goes on without the fleet's lease.
package enum Unlocked: Fact, Hashable {
  /// The hub cannot be reached, where the lease would be.
  case hubUnreachable
  /// The hub's namespace is being deleted, and nothing can be made in it any more: a teardown must end all the same.
  case namespaceEnds

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case hubUnreachable = "lease.hub-unreachable"
    case namespaceEnds = "lease.namespace-ends"
  }

  package var code: Code {
    switch self {
    case .hubUnreachable: .hubUnreachable
    case .namespaceEnds: .namespaceEnds
    }
  }
}
