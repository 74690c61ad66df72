import Apply
import Operate

/// Shows of an apply what has come of it: its plan stands above, and dozens of objects that were made are no news.
struct DemoView: RunView {
  private let text: TextView

  init(beside text: TextView) { self.text = text }

  /// Whatever went wrong is shown as ever.
  func show(_ event: RunEvent) {
    switch event {
    case .planned: break
    case .step(let step): if step.isTrouble { text.show(event) }
    default: text.show(event)
    }
  }
}

extension ApplyEvent {
  /// Whether something does not go as it should.
  fileprivate var isTrouble: Bool {
    switch self {
    case .started, .waiting, .finished: false
    case .failed, .skipped: true
    }
  }
}
