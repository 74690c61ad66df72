package import Facts
package import Objects

/// Why an object that was waited for is not as it should be.
package enum WaitError: Error, Sendable {
  /// It could not be looked at.
  case request(KubernetesError)
  /// It did not get there within the time that was given: what it said last, and what lies behind it.
  case notReady(ObjectReference, after: Duration, last: ReadinessReason, cause: WaitCause? = nil)
  /// It says that it will not get there; what lies behind that.
  case failed(ObjectReference, ReadinessReason, cause: WaitCause? = nil)
}

extension WaitError: Fact {
  /// The codes of this topic.
  package enum Code: String, FactCode {
    case request = "wait.request-failed"
    case notReady = "wait.not-ready"
    case failed = "wait.object-failed"
  }

  package var code: Code {
    switch self {
    case .request: .request
    case .notReady: .notReady
    case .failed: .failed
    }
  }
}
