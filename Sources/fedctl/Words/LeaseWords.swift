import Apply
import Diagnostics
import FoundationEssentials
import Text

extension FleetLease.Refusal {
  /// Who works on the fleet, or what went wrong with the lease.
  var words: String {
    switch self {
    case .held(let holder, let end):
      "\(holder.map(Self.person) ?? "somebody") is working on this fleet, until \(end.words)"
    case .kubernetes(let error): "the fleet's lease: \(error.words)"
    case .ending(nil): "the fleet's lease was not renewed in time, so another run may have begun"
    case .gone: "the fleet's lease was deleted, as another run's teardown does"
    case .ending(let trouble?): "another run may begin, since \(trouble.words)"
    }
  }
}

extension FleetLease.Refusal {
  /// What to do next, where it is not plain.
  ///
  /// Only another's run is something to wait for; what the hub refuses stays refused.
  var remedy: String? {
    switch self {
    case .held: "Wait until it has finished, then run this again."
    case .kubernetes(let error): error.remedy
    case .ending, .gone: "What was begun is done: run this again, and it goes on from there."
    }
  }

  /// Who it is, without what tells two runs of one process number apart.
  private static func person(_ holder: String) -> String {
    Printable.text(String(holder.prefix { $0 != "(" }.trimmed))
  }
}

extension FleetLease.End {
  /// A time in UTC, or what is waited for.
  fileprivate var words: String {
    switch self {
    case .expiry(let date): date.formatted(.iso8601)
    case .release: "it is released"
    }
  }
}

extension FleetLease.Trouble {
  /// Who works on the fleet, or what went wrong with the lease.
  var words: String {
    switch self {
    case .unread(let error): "the fleet's lease cannot be read: \(error.words)"
    case .unrenewed(let error): "the fleet's lease cannot be renewed: \(error.words)"
    case .unreturned(let error):
      "the fleet's lease cannot be given back, so it holds until it ends by itself: \(error.words)"
    }
  }
}
