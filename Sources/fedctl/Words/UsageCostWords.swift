import Diagnostics
import Fleet

/// What is said of the series by which clusters tell of their use.
enum UsageCostWords {
  /// What some clusters' telling costs the hub, and how that is known; lines of the plan.
  static func told(_ cost: UsageCost, _ clusters: [String]) -> [String] {
    let rates = UsageScale.allCases.compactMap { scale in
      cost.rates[scale].map { "\($0) for each \(scale.words)" }
    }
    let names = NameRanges.folded(clusters).joined(separator: ", ")
    return [
      "Use of components: about \(cost.forHundredPods) series for each 100 pods of \(names),",
      "  by what the file selects: at most \(rates.joined(separator: ", ")); `usage: false` leaves it out",
    ]
  }
}

extension UsageScale {
  /// As it follows `each`.
  fileprivate var words: String {
    switch self {
    case .pod: "pod"
    case .container: "container"
    case .node: "node"
    case .claim: "volume claim"
    case .target: "scraped target"
    case .cluster: "cluster"
    }
  }
}
