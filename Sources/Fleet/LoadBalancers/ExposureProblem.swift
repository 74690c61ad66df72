import Facts

/// A Prometheus that everybody could query, or a hub that everybody could try to write to.
package enum ExposureProblem: Fact, Hashable {
  /// On the internet, without source ranges.
  case open
  /// Behind a controller that others have installed: nobody here knows whether it is on the internet.
  case maybeOpen
  /// A range that takes in every address.
  case everybody(range: String)
  /// The hub's load balancer is on the internet, and keeps no network out.
  case hub

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case open = "fleet.open-to-internet"
    case maybeOpen = "fleet.maybe-open-to-internet"
    case everybody = "fleet.open-to-everybody"
    case hub = "fleet.hub-open-to-internet"
  }

  package var code: Code {
    switch self {
    case .open: .open
    case .maybeOpen: .maybeOpen
    case .everybody: .everybody
    case .hub: .hub
    }
  }
}
