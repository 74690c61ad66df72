import Apply
import Kubernetes
import Operate
import Synchronization

/// Shows a run as text: results on standard output, everything else on standard error.
///
/// It only decides where things stand and in which colour; what is said comes from `Words`.
final class TextView: RunView {
  private let console: Console
  /// Whether each request to a cluster is told.
  private let isVerbose: Bool
  /// How much of a plan is told.
  private let detail: PlanDetail
  private let look = LookProgress()
  private let state = Mutex(State())

  /// What one event has to remember for later ones.
  private struct State {
    var walk: WalkText?
    var purge: PurgeText?
    var hasToldStatus = false
  }

  /// `isVerbose` is the flag of that name.
  init(_ console: Console, isVerbose: Bool = false, detail: PlanDetail = PlanDetail()) {
    self.console = console
    self.isVerbose = isVerbose
    self.detail = detail
  }

  /// One line or block for each event; the order is that of the events.
  func show(_ event: RunEvent) {
    switch event {
    case .fleetFile(let reading, let path): FleetFileText(reading, path: path).print(on: console)
    case .requested(let trace): tell(trace)
    case .contact(let news): console.note(news.words)
    case .programSaid(let news): console.note(news.words)
    case .warned(let warning): console.warn(warning.words)
    case .planned(let planned): console.result(text(of: planned))
    case .plannedAnew(let planned):
      console.warn(RunWords.changedMeanwhile)
      console.result(text(of: planned))
    case .status(let report): console.result(text(of: report))
    case .diagnosed(let report):
      console.result(DoctorText(report, style: console.style, detail: detail).text)
    case .verified(let report):
      console.result(VerifyText(report, style: console.style).text)
    case .unverified(let report, let left):
      console.note(VerifyWords.waiting(report, left: left))
    case .unlocked(let reason): console.warn(reason.words)
    case .bucket(let progress, let bucket): console.note(progress.words(for: bucket))
    case .begun(let planned, let waves):
      if waves.count > 1 { console.note(RunWords.waves(waves)) }
      state.withLock { $0.walk = WalkText(planned, console: console) }
    case .step(let event): walk?.tell(event)
    case .leaseInDoubt(let trouble): console.warn(trouble.words)
    case .leaseLost(let refusal):
      if let walk { walk.tell(lost: refusal) } else { console.warn(RunWords.stopping(refusal)) }
    case .interrupted: walk?.tellInterruption()
    case .ended(let outcome, _): walk?.summarize(outcome)
    case .purge(let event, let bucket): purge(of: bucket).tell(event)
    }
  }

  /// Each request where that is asked for; else, until a walk begins, how many there were.
  private func tell(_ trace: RequestTrace) {
    if isVerbose { return console.note(trace.words) }
    guard console.isLive, walk == nil, let line = look.line(after: trace) else { return }
    console.showStatus(line)
  }

  /// nil before a walk has begun.
  private var walk: WalkText? { state.withLock { $0.walk } }

  /// One for the whole purge, so that its pace is that of the whole.
  private func purge(of bucket: String) -> PurgeText {
    state.withLock { state in
      let text = state.purge ?? PurgeText(bucket: bucket, console: console)
      state.purge = text
      return text
    }
  }

  /// Each but the first with how long has passed since the command began.
  private func text(of report: StatusReport) -> String {
    let isFirst = state.withLock { state in
      defer { state.hasToldStatus = true }
      return !state.hasToldStatus
    }
    let text = StatusText(report, style: console.style).text
    return isFirst ? text : "\n\(StatusWords.after(look.elapsed))\n\(text)"
  }

  /// The bucket before the clusters: without it nothing else is done.
  private func text(of planned: PlannedRun) -> String {
    let bucket = planned.bucket.map { BucketText($0, style: console.style).text } ?? ""
    let clusters = PlanText(planned, style: console.style, detail: detail)
    return clusters.opening + bucket + clusters.text
  }
}
