import Apply
import Objects
import Operate
import Plan
import Synchronization

/// Tells what happens while a plan is applied: a line per event, and on a terminal a last line that
/// says what is waited for now.
final class WalkText: Sendable {
  private let console: Console
  private let total: Int
  private let state = Mutex(State())

  /// How many have ended, and what the others wait for.
  private struct State {
    var ended = 0
    var waiting: [ObjectReference: String] = [:]
  }

  /// Counts what will be done, for the last line on a terminal.
  init(_ planned: PlannedRun, console: Console) {
    self.console = console
    total = planned.clusters.plan.changes.count { $0.action != .none }
  }

  /// May be called from any task.
  func tell(_ event: ApplyEvent) {
    switch event {
    case .started(let reference, _): note(reference, event.progress)
    case .waiting(let reference, _, _):
      note(reference, event.progress)
      if !console.isLive { print(.plain, event.words) }
    case .finished(let reference, _):
      end(reference)
      print(.success, event.words)
    case .failed(let reference, let error):
      end(reference)
      print(.problem, event.words)
      if let remedy = error.remedy { print(.plain, "    \(remedy)") }
    case .skipped(let reference, _):
      end(reference)
      print(.modification, event.words)
    }
    showProgress()
  }

  /// Said at once, while what is under way still runs.
  func tellInterruption() { print(.problem, RunWords.interrupted) }

  /// Said at once: from now on somebody else may work.
  func tell(lost refusal: FleetLease.Refusal) { print(.problem, RunWords.stopping(refusal)) }

  /// The last line, which says whether another run is needed.
  func summarize(_ outcome: ApplyOutcome, _ purpose: RunPurpose) {
    console.clearStatus()
    console.result("\(outcome.words(of: purpose))\n")
  }

  /// What the object waits for now.
  private func note(_ reference: ObjectReference, _ reason: String) {
    state.withLock { $0.waiting[reference] = reason }
  }

  /// It waits no longer.
  private func end(_ reference: ObjectReference) {
    state.withLock { state in
      state.ended += 1
      state.waiting[reference] = nil
    }
  }

  /// The first of those that wait, in the order of objects, so that the line does not flicker.
  private func showProgress() {
    guard console.isLive else { return }
    let line = state.withLock { state -> String in
      let current = state.waiting.min { $0.key < $1.key }
      let words = current.map { "\($0.key): \($0.value)" } ?? ""
      return "[\(state.ended)/\(total)] \(words)"
    }
    console.showStatus(line)
  }

  /// A line that stays.
  private func print(_ paint: TextStyle.Paint, _ line: String) {
    console.note(console.noteStyle.paint(paint, line))
  }
}
