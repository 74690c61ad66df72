import Apply
import FoundationEssentials

extension FleetLease.Refusal {
  /// Who works on the fleet, or what went wrong with the lease.
  var words: String {
    switch self {
    case .held(let holder, let end):
      "\(holder ?? "somebody") is working on this fleet, until \(end.words)"
    case .kubernetes(let error): "the fleet's lease: \(error.words)"
    }
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
