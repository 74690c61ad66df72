import Operate
import Synchronization

/// Another form of output in ten lines: it keeps what it is shown.
final class RecordingView: RunView {
  private let shown = Mutex<[RunEvent]>([])

  var events: [RunEvent] { shown.withLock(\.self) }

  func show(_ event: RunEvent) { shown.withLock { $0.append(event) } }
}

/// Gives leave, after doing something that the test wants to happen in the meantime.
struct Consent: Approver {
  var meanwhile: @Sendable () async -> Void = {}

  func approve(_ question: ApprovalQuestion) async throws(ApprovalRefusal) { await meanwhile() }
}

/// Nobody gives leave.
struct Refusal: Approver {
  func approve(_ question: ApprovalQuestion) async throws(ApprovalRefusal) { throw .declined }
}
