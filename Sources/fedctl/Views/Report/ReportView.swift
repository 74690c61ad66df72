import Fleet
import Operate
import Synchronization

/// Keeps what a report needs, and shows everything to the view of people, too.
final class ReportView: RunView {
  private let view: any RunView
  private let state: Mutex<Report>

  init(_ report: Report, beside view: any RunView) {
    self.view = view
    state = Mutex(report)
  }

  /// What has been found and done so far.
  var report: Report { state.withLock(\.self) }

  /// How the run has ended; `error` is what was thrown.
  func end(with error: (any Error)?, status: Int32) {
    state.withLock { report in
      report.error = error
      report.exitStatus = status
    }
  }

  func show(_ event: RunEvent) {
    keep(event)
    view.show(event)
  }

  /// Of several plans the last counts.
  private func keep(_ event: RunEvent) {
    state.withLock { report in
      switch event {
      case .fleetFile(let reading, _): report.reading = reading.joining(report.reading)
      case .warned(let warning): report.warnings.append(warning)
      case .planned(let planned), .plannedAnew(let planned): report.planned = planned
      case .status(let status): report.status = status
      case .diagnosed(let diagnosis): report.diagnosis = diagnosis
      case .verified(let verdict): report.verification = verdict
      case .ended(let outcome, _): report.outcome = outcome
      case .unverified, .requested, .contact, .programSaid, .unlocked, .bucket, .begun, .step,
        .leaseInDoubt,
        .leaseLost, .interrupted, .purge:
        break
      }
    }
  }
}
