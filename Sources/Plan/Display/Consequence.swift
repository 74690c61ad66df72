import Facts
import Objects

/// What an action means for an object, where the action alone does not say it.
package enum Consequence: Fact, Hashable {
  /// It exists without the fleet's label, and is the fleet's from then on.
  case takenOver
  /// It is deleted and created again.
  case madeAgain
  /// Its pods go on, and the new one finds them; its volume claims stay.
  case madeAgainAroundPods
  /// Its pods stop until the new one has made others; its volume claims stay.
  case madeAgainWithPods
  /// Others write the object too: it stays, without the fleet's part.
  case losesPart
  /// It was there before the fleet: it stays, without the fleet's labels.
  case losesLabels

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case takenOver = "consequence.taken-over"
    case madeAgain = "consequence.made-again"
    /// The pods of a StatefulSet outlive it.
    case madeAgainAroundPods = "consequence.made-again-around-pods"
    /// The pods of a workload stop for a while.
    case madeAgainWithPods = "consequence.made-again-with-pods"
    case losesPart = "consequence.loses-part"
    case losesLabels = "consequence.loses-labels"
  }

  package var code: Code {
    switch self {
    case .takenOver: .takenOver
    case .madeAgain: .madeAgain
    case .madeAgainAroundPods: .madeAgainAroundPods
    case .madeAgainWithPods: .madeAgainWithPods
    case .losesPart: .losesPart
    case .losesLabels: .losesLabels
    }
  }
}

extension Change {
  /// nil where the action says it all.
  package var consequence: Consequence? {
    switch action {
    case .adopt: .takenOver
    case .replace where keepsPods: .madeAgainAroundPods
    case .replace where [.deployment, .statefulSet].contains(reference.kind): .madeAgainWithPods
    case .replace: .madeAgain
    case .release where live?.metadata.annotation(WellKnown.sharedPart) != nil: .losesPart
    case .release: .losesLabels
    case .create, .update, .delete, .none: nil
    }
  }
}
