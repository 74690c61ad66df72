import Facts

/// Copies of samples that do not fit the pods of receive.
package enum ReceiveProblem: Fact, Hashable {
  case tooManyCopies(Int, pods: Int)
  /// A write counts when one pod has it, so that two promise no more than one.
  case twoCopies

  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// More copies are asked for than there are pods to keep them.
    case tooManyCopies = "fleet.too-few-pods"
    case twoCopies = "fleet.two-copies"
  }

  package var code: Code {
    switch self {
    case .tooManyCopies: .tooManyCopies
    case .twoCopies: .twoCopies
    }
  }
}
