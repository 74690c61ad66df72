import Facts

/// A Prometheus that everybody could query.
package enum ExposureProblem: Fact, Hashable {
  /// On the internet, without source ranges.
  case open
  /// Behind a controller that others have installed: nobody here knows whether it is on the internet.
  case maybeOpen
  /// A range that takes in every address.
  case everybody(range: String)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case open = "fleet.open-to-internet"
    case maybeOpen = "fleet.maybe-open-to-internet"
    case everybody = "fleet.open-to-everybody"
  }

  package var code: Code {
    switch self {
    case .open: .open
    case .maybeOpen: .maybeOpen
    case .everybody: .everybody
    }
  }
}
