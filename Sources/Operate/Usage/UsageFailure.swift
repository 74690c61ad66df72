import Facts
package import Metrics
package import Usage

/// Why nothing can be asked for a report, or a question without which there is none was not answered.
package enum UsageFailure: Error, Hashable {
  /// What answers on the hub cannot be reached.
  case hub(HubFinding)
  /// The querier has not answered what was asked for.
  case unanswered(UsageQuery.Subject, MetricsFailure)
}

extension UsageFailure: Fact {
  /// The codes of this topic.
  package enum Code: String, FactCode {
    case hub = "usage.no-way"
    case unanswered = "usage.unanswered"
  }

  package var code: Code {
    switch self {
    case .hub: .hub
    case .unanswered: .unanswered
    }
  }
}
