import Facts
package import Objects

/// Why something that was waited for is not ready, in the words of whoever is nearest to it.
package enum WaitCause: Fact, Hashable {
  /// One of its pods, by name, does not do its work.
  case pod(String, PodTrouble)
  /// The newest complaint that a controller has made of the object, as an Event.
  case event(Explanation)
  /// It names something that is not there; what else is known of it.
  indirect case lacks(Lack, besides: WaitCause?)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// A pod of the object does not do its work.
    case pod = "cause.pod"
    case event = "cause.event"
    /// What the object names is not there.
    case lacks = "cause.lacks"
  }

  package var code: Code {
    switch self {
    case .pod: .pod
    case .event: .event
    case .lacks: .lacks
    }
  }
}
