import Apply
import Objects
import Plan
import Synchronization

/// Tells what happens while a plan is applied: a line per event, and on a terminal a last line that
/// says what is waited for now.
final class ApplyView: Sendable {
  private let secrets: SecretTexts
  private let console: Console
  private let total: Int
  private let purpose: PlanText.Purpose
  private let state = Mutex(State())

  private struct State {
    var ended = 0
    var waiting: [ObjectReference: String] = [:]
  }

  init(
    plan: ChangePlan,
    secrets: SecretTexts,
    console: Console,
    purpose: PlanText.Purpose = .apply,
  ) {
    self.purpose = purpose
    self.secrets = secrets
    self.console = console
    total = plan.changes.count { $0.action != .none }
  }

  func tell(_ event: ApplyEvent) {
    switch event {
    case .started(let reference, _): note(reference, nil)
    case .waiting(let reference, let object, let reason):
      let words =
        object == reference ? reason.words : "\(object.localDescription): \(reason.words)"
      note(reference, words)
      if !console.isLive { print(.plain, "\(reference): waiting: \(words)") }
    case .finished(let reference, let action):
      end(reference)
      print(.success, "\(reference): \(action.done)")
    case .failed(let reference, let error):
      end(reference)
      print(.problem, "\(reference): failed: \(error.text)")
      if let remedy = error.remedy { print(.plain, "    \(remedy)") }
    case .skipped(let reference, let cause):
      end(reference)
      print(.modification, "\(reference): skipped because \(cause) failed")
    }
    showProgress()
  }

  func tellInterruption() {
    print(.problem, "interrupted: nothing more is started; a second interrupt ends at once")
  }

  func tell(lost refusal: FleetLease.Refusal) {
    print(.problem, "stopping: \(refusal.text)")
  }

  func summarize(_ outcome: ApplyOutcome) {
    console.clearStatus()
    let counts = Action.allCases.compactMap { action -> String? in
      let count = outcome.done.values.count { $0 == action }
      return count > 0 ? "\(count) \(action.done)" : nil
    }
    let done = counts.isEmpty ? "nothing done" : counts.joined(separator: ", ")
    if outcome.isComplete {
      console.result("\(purpose.title) complete: \(done).\n")
    } else {
      let left = "\(outcome.failed.count) failed, \(outcome.skipped.count) skipped"
      console.result("\(purpose.title) incomplete: \(done), \(left). Run it again to go on.\n")
    }
  }

  private func note(_ reference: ObjectReference, _ reason: String?) {
    state.withLock { $0.waiting[reference] = reason ?? "being applied" }
  }

  private func end(_ reference: ObjectReference) {
    state.withLock { state in
      state.ended += 1
      state.waiting[reference] = nil
    }
  }

  private func showProgress() {
    guard console.isLive else { return }
    let line = state.withLock { state -> String in
      let current = state.waiting.min { $0.key < $1.key }
      let words = current.map { "\($0.key): \($0.value)" } ?? ""
      return "[\(state.ended)/\(total)] \(words)"
    }
    console.showStatus(secrets.redact(line))
  }

  private func print(_ paint: TextStyle.Paint, _ line: String) {
    console.note(console.noteStyle.paint(paint, secrets.redact(line)))
  }
}

extension PlanText.Purpose {
  fileprivate var title: String {
    switch self {
    case .apply: "Apply"
    case .teardown: "Teardown"
    }
  }
}

extension Action {
  fileprivate var done: String {
    switch self {
    case .create: "created"
    case .adopt: "adopted"
    case .update: "updated"
    case .replace: "replaced"
    case .delete: "deleted"
    case .release: "released"
    case .none: "unchanged"
    }
  }
}
