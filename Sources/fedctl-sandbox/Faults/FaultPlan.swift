import Synchronization

/// The faults of a sandbox, and how often each has come up.
final class FaultPlan: Sendable {
  /// A fault, and how often it will still strike.
  private struct Entry {
    let fault: Fault
    var seen = 0
    var happened = 0

    var isDue: Bool {
      guard happened < fault.count ?? .max, seen > fault.after else { return false }
      return (seen - fault.after) % fault.every == 0
    }
  }

  private let entries: Mutex<[Entry]>

  /// Begins with every fault unseen.
  init(_ faults: [Fault]) {
    entries = Mutex(faults.map { Entry(fault: $0) })
  }

  /// Ends all faults and begins with others, unseen.
  func replace(with faults: [Fault]) {
    entries.withLock { $0 = faults.map { Entry(fault: $0) } }
  }

  /// What goes wrong with a request; nil for nothing.
  ///
  /// Every fault that fits counts the request, the first whose turn it is takes effect.
  func fault(on action: Action) -> Fault? {
    entries.withLock { entries in
      var fault: Fault?
      for place in entries.indices where entries[place].fault.fits(action) {
        entries[place].seen += 1
        if fault == nil, entries[place].isDue {
          entries[place].happened += 1
          fault = entries[place].fault
        }
      }
      return fault
    }
  }

  /// By how many seconds a cluster's clock is off.
  func skew(of context: String) -> Double {
    entries.withLock { entries in
      for entry in entries where entry.fault.context ?? context == context {
        if case .skew(let seconds) = entry.fault.effect { return Double(seconds) }
      }
      return 0
    }
  }

  /// Whether a cluster tells its time with each answer.
  func tellsTime(in context: String) -> Bool {
    entries.withLock { entries in
      !entries.contains {
        $0.fault.effect == .undated && $0.fault.context ?? context == context
      }
    }
  }

  /// Whether routers do their work in a cluster.
  func admitsRoutes(in context: String) -> Bool {
    entries.withLock { entries in
      !entries.contains {
        $0.fault.effect == .neverAdmit && $0.fault.context ?? context == context
      }
    }
  }
}

extension Fault.Effect {
  /// Whether the effect is on single requests rather than on the cluster as long as the fault lasts.
  fileprivate var befallsRequests: Bool {
    switch self {
    case .neverAdmit, .skew, .undated: false
    default: true
    }
  }
}

extension Fault {
  /// Whether a request is one of those that a fault is for.
  fileprivate func fits(_ action: Action) -> Bool {
    effect.befallsRequests
      && context ?? action.context == action.context
      && verb ?? action.verb == action.verb
      && resource ?? action.resource == action.resource
      && name ?? action.name == action.name
  }
}
