import Synchronization

/// The faults of a sandbox, and how often each has come up.
final class FaultPlan: Sendable {
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

  init(_ faults: [Fault]) {
    entries = Mutex(faults.map { Entry(fault: $0) })
  }

  func replace(with faults: [Fault]) {
    entries.withLock { $0 = faults.map { Entry(fault: $0) } }
  }

  /// What goes wrong with a request; nil for nothing.
  ///
  /// Every fault that fits counts the request, the first whose turn it is takes effect.
  func effect(on action: Action) -> Fault.Effect? {
    entries.withLock { entries in
      var effect: Fault.Effect?
      for place in entries.indices where entries[place].fault.fits(action) {
        entries[place].seen += 1
        if effect == nil, entries[place].isDue {
          entries[place].happened += 1
          effect = entries[place].fault.effect
        }
      }
      return effect
    }
  }

  func admitsRoutes(in context: String) -> Bool {
    entries.withLock { entries in
      !entries.contains {
        $0.fault.effect == .neverAdmit && $0.fault.context ?? context == context
      }
    }
  }
}

extension Fault {
  fileprivate func fits(_ action: Action) -> Bool {
    effect != .neverAdmit
      && context ?? action.context == action.context
      && verb ?? action.verb == action.verb
      && resource ?? action.resource == action.resource
      && name ?? action.name == action.name
  }
}
