package import Facts
package import FoundationEssentials

extension FleetLease {
  /// Why the lease is not ours.
  package enum Refusal: Error, Fact, Hashable {
    /// Another works on the fleet: as it names itself, where it does.
    case held(by: String?, until: End)
    /// The hub did not let us read or write it.
    case kubernetes(KubernetesError)
    /// It could not be renewed in time, so that another may begin: why not, where a request has failed and the
    /// run was not merely suspended.
    case ending(Trouble?)
    /// Somebody has deleted it while we held it.
    case gone

    /// The codes of this topic.
    package enum Code: String, FactCode {
      case held = "lease.held"
      case kubernetes = "lease.request-failed"
      /// It could not be renewed in time.
      case ending = "lease.ending"
      /// Somebody has deleted it, as a teardown does.
      case gone = "lease.gone"
    }

    package var code: Code {
      switch self {
      case .held: .held
      case .kubernetes: .kubernetes
      case .ending: .ending
      case .gone: .gone
      }
    }
  }

  /// When another's lease ends.
  package enum End: Hashable, Sendable {
    /// Then, unless it is renewed.
    case expiry(Date)
    /// When the other gives it back: it has just been taken.
    case release
  }

  /// What went wrong with a lease that is still ours, as far as we know.
  package enum Trouble: Fact, Hashable {
    /// Whether another has taken it could not be read.
    case unread(KubernetesError)
    /// It could not be renewed, and ends if that goes on.
    case unrenewed(KubernetesError)
    /// It could not be given back or deleted, and others wait until it ends.
    case unreturned(KubernetesError)

    /// The codes of this topic.
    package enum Code: String, FactCode {
      case unread = "lease.unread"
      case unrenewed = "lease.not-renewed"
      case unreturned = "lease.not-returned"
    }

    package var code: Code {
      switch self {
      case .unread: .unread
      case .unrenewed: .unrenewed
      case .unreturned: .unreturned
      }
    }
  }
}
