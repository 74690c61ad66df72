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

extension WaitError {
  /// The same with what the object names and is not there as its cause, before whatever is known besides.
  package func blaming(_ lack: Lack) -> WaitError {
    switch self {
    case .request: self
    case .notReady(let object, let time, let last, let cause):
      .notReady(object, after: time, last: last, cause: .lacks(lack, besides: cause))
    case .failed(let object, let reason, let cause):
      .failed(object, reason, cause: .lacks(lack, besides: cause))
    }
  }
}

extension WaitError {
  /// Whether images may be what pods wait for; false where it is known to be something else.
  package var mayBeOfImages: Bool {
    switch self {
    case .notReady(_, _, _, .pod(_, let trouble)?), .failed(_, _, .pod(_, let trouble)?):
      if case .waiting = trouble { true } else { false }
    case .request, .notReady, .failed: true
    }
  }
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
