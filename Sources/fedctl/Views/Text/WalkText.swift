import Apply
import Objects
import Operate
import Plan
import Synchronization

/// Tells what happens while a plan is applied: a line per event, and on a terminal the last lines say what
/// each cluster waits for, and for how long.
///
/// Where nobody watches, a line now and then says that the run is alive.
final class WalkText: Sendable {
  private let console: Console
  private let planned: PlannedRun
  private let progress: Mutex<WalkProgress>
  private let start = ContinuousClock.now
  private let pulse = Mutex<Task<Void, Never>?>(nil)

  /// How often a log is told that the run is alive.
  private static let silence = 30

  /// Counts what will be done, and begins to tell the time.
  init(_ planned: PlannedRun, console: Console) {
    self.console = console
    self.planned = planned
    let plan = planned.clusters.plan
    progress = Mutex(
      WalkProgress(
        WalkWords.title(planned.purpose, fleet: plan.fleet),
        objects: Set(plan.changes.lazy.filter { $0.action != .none }.map(\.reference)),
      )
    )
    let beat = Task { [weak self] in
      var seconds = 0
      while (try? await Task.sleep(for: .seconds(1))) != nil, let self {
        seconds += 1
        self.beat(seconds)
      }
    }
    pulse.withLock { $0 = beat }
  }

  /// May be called from any task.
  func tell(_ event: ApplyEvent) {
    switch event {
    case .started(let reference, _):
      note(reference, event.progress)
      if Console.logsForPrograms { print(.plain, event) }
    case .waiting(let reference, _, _):
      note(reference, event.progress)
      if !console.isLive { print(.plain, event) }
    case .finished(let reference, _):
      end(reference)
      print(.success, event)
    case .failed(let reference, let error):
      end(reference)
      print(.problem, event, with: error.remedy)
    case .skipped(let reference, _):
      end(reference)
      print(.modification, event)
    }
    showProgress()
  }

  /// Said at once, while what is under way still runs.
  func tellInterruption() { print(.problem, RunWords.interrupted) }

  /// Said at once: from now on somebody else may work.
  func tell(lost refusal: FleetLease.Refusal) { print(.problem, RunWords.stopping(refusal)) }

  /// The last line, which says whether another run is needed; before it, where the time went.
  func summarize(_ outcome: ApplyOutcome) {
    pulse.withLock { $0?.cancel() }
    console.clearStatus()
    let slowest = progress.withLock { $0.slowest(3, least: .seconds(10)) }
    if !slowest.isEmpty {
      console.note(WalkWords.took(elapsed.words, slowest.map { "\($0.object) \($0.time.words)" }))
    }
    if Console.logsForPrograms { console.log(outcome.entry(of: planned, after: elapsed)) }
    console.result("\(outcome.words(of: planned))\n")
    if outcome.isComplete {
      for line in planned.entrances(after: outcome).lines { console.result("  \(line)\n") }
    }
  }

  private var elapsed: Duration { start.duration(to: .now) }

  /// Called each second.
  private func beat(_ seconds: Int) {
    if console.isLive {
      showProgress()
    } else if seconds % Self.silence == 0 {
      console.note(progress.withLock { $0.heartbeat(at: elapsed) })
    }
  }

  /// What the object waits for now.
  private func note(_ reference: ObjectReference, _ reason: String) {
    progress.withLock { $0.note(reference, reason, at: elapsed) }
  }

  /// It waits no longer.
  private func end(_ reference: ObjectReference) {
    progress.withLock { $0.end(reference, at: elapsed) }
  }

  private func showProgress() {
    guard console.isLive else { return }
    console.showStatus(progress.withLock { $0.lines(at: elapsed, height: console.statusHeight) })
  }

  /// A line that stays, and what to do about it below.
  private func print(_ paint: TextStyle.Paint, _ event: ApplyEvent, with remedy: String? = nil) {
    let line = console.noteStyle.paint(paint, event.words)
    console.log(event.entry, as: remedy.map { "\(line)\n    \($0)" } ?? line)
  }

  /// A line that stays.
  private func print(_ paint: TextStyle.Paint, _ line: String) {
    console.note(console.noteStyle.paint(paint, line))
  }
}
