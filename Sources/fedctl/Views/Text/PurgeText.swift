import ObjectStore
import Operate

/// Tells what a purge finds and does.
struct PurgeText: Sendable {
  private let bucket: String
  private let console: Console
  private let pace = PurgePace()

  /// The first event starts the clock.
  init(bucket: String, console: Console) {
    self.bucket = bucket
    self.console = console
  }

  /// Results to standard output, what goes on to standard error.
  func tell(_ event: PurgeEvent) {
    switch event {
    case .bucketMissing, .bucketDeleted: console.result("\(event.words(for: bucket))\n")
    case .counted: console.showStatus(event.words(for: bucket))
    case .surveyed(let survey, let settings): tell(survey, settings)
    case .origins(let origins):
      for line in origins.lines { console.result("  \(line)\n") }
    case .deleted(let count, let total): show(pace.advanced(to: count, of: total))
    case .interrupted: console.note(event.words(for: bucket))
    case .ended(let outcome): tell(outcome)
    case .bucketNotEmpty: console.note(event.words(for: bucket))
    case .heldBack: console.warn(event.words(for: bucket))
    }
  }

  /// What would go, and what would stay.
  private func tell(_ survey: BucketSurvey, _ settings: PurgeSettings) {
    console.clearStatus()
    console.result("Bucket \(bucket):\n")
    console.result("  - \(survey.words)\n")
    if let foreign = survey.foreignWords { console.result("  = \(foreign)\n") }
    if settings.deletesBucket { console.result("  - \(PurgeWords.bucketToo)\n") }
    console.result("\n")
  }

  /// Over the last line on a terminal, else now and then.
  private func show(_ snapshot: PurgePace.Snapshot) {
    let line = "bucket \(bucket): \(snapshot.words)"
    if console.isLive { console.showStatus(line) } else if snapshot.isDue { console.note(line) }
  }

  /// What the server kept, then the sum.
  private func tell(_ outcome: PurgeOutcome) {
    console.clearStatus()
    for line in outcome.keptLines { console.note(line) }
    console.result("\(outcome.words)\n")
  }
}
