import Facts
import Objects

/// What an action means for an object, where the action alone does not say it.
package enum Consequence: Fact, Hashable {
  /// It exists without the fleet's label, and is the fleet's from then on.
  case takenOver
  /// The same, and other pods take the place of those that run.
  case takenOverWithPods
  /// It stays, and other pods take the place of those that run.
  case renewsPods
  /// It is deleted and created again.
  case madeAgain
  /// Its pods go on, and the new one finds them; its volume claims stay.
  case madeAgainAroundPods
  /// Its pods go on until the new one has replaced them; its volume claims stay.
  case madeAgainThenPods
  /// Its pods stop until the new one has made others; its volume claims stay.
  case madeAgainWithPods
  /// Others write the object too: it stays, without the fleet's part.
  case losesPart
  /// It was there before the fleet: it stays, without the fleet's labels.
  case losesLabels

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case takenOver = "consequence.taken-over"
    /// A workload of others becomes the fleet's, and its pods are replaced.
    case takenOverWithPods = "consequence.taken-over-with-pods"
    /// The pods of a workload are replaced, as its strategy has it.
    case renewsPods = "consequence.renews-pods"
    case madeAgain = "consequence.made-again"
    /// The pods of a StatefulSet outlive it.
    case madeAgainAroundPods = "consequence.made-again-around-pods"
    /// The pods of a StatefulSet outlive it, and are replaced by the new one.
    case madeAgainThenPods = "consequence.made-again-then-pods"
    /// The pods of a workload stop for a while.
    case madeAgainWithPods = "consequence.made-again-with-pods"
    case losesPart = "consequence.loses-part"
    case losesLabels = "consequence.loses-labels"
  }

  package var code: Code {
    switch self {
    case .takenOver: .takenOver
    case .takenOverWithPods: .takenOverWithPods
    case .renewsPods: .renewsPods
    case .madeAgain: .madeAgain
    case .madeAgainAroundPods: .madeAgainAroundPods
    case .madeAgainThenPods: .madeAgainThenPods
    case .madeAgainWithPods: .madeAgainWithPods
    case .losesPart: .losesPart
    case .losesLabels: .losesLabels
    }
  }
}

extension Consequence {
  /// Whether the pods of a workload are others afterwards, one after another or all at once.
  var replacesPods: Bool {
    switch self {
    case .takenOverWithPods, .renewsPods, .madeAgainThenPods, .madeAgainWithPods: true
    case .takenOver, .madeAgain, .madeAgainAroundPods, .losesPart, .losesLabels: false
    }
  }
}

extension Change {
  /// nil where the action says it all.
  package var consequence: Consequence? {
    switch action {
    case .adopt: renewsPods ? .takenOverWithPods : .takenOver
    case .update where renewsPods: .renewsPods
    case .replace where keepsPods: renewsPods ? .madeAgainThenPods : .madeAgainAroundPods
    case .replace where [.deployment, .statefulSet, .daemonSet].contains(reference.kind):
      .madeAgainWithPods
    case .replace: .madeAgain
    case .release where live?.metadata.annotation(WellKnown.sharedPart) != nil: .losesPart
    case .release: .losesLabels
    case .create, .update, .delete, .none: nil
    }
  }
}
