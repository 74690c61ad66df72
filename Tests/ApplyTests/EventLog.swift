import Apply
import Objects
import Synchronization

/// What an apply has told, in its order, from whatever task.
final class EventLog: Sendable {
  private let events = Mutex<[ApplyEvent]>([])

  var all: [ApplyEvent] { events.withLock { $0 } }

  func append(_ event: ApplyEvent) { events.withLock { $0.append(event) } }
}

extension [ApplyEvent] {
  /// The most objects that were under way at once.
  var widest: Int {
    var (now, most) = (0, 0)
    for event in self {
      switch event {
      case .started:
        now += 1
        most = Swift.max(most, now)
      case .finished, .failed: now -= 1
      case .waiting, .skipped: break
      }
    }
    return most
  }

  /// The place of an object's start; nil where it was never begun.
  func start(of object: ObjectReference) -> Int? {
    firstIndex { if case .started(object, _) = $0 { true } else { false } }
  }

  func end(of object: ObjectReference) -> Int? {
    firstIndex { if case .finished(object, _) = $0 { true } else { false } }
  }

  /// What was skipped, and because of what.
  var skipped: [ObjectReference: ObjectReference] {
    reduce(into: [:]) { if case .skipped(let object, let cause) = $1 { $0[object] = cause } }
  }
}
