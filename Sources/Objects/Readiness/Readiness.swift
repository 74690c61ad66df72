package import JSON

/// Whether an object does what it is for.
package enum Readiness: Hashable, Sendable {
  case ready
  /// Not yet: what is missing.
  case waiting(ReadinessReason)
  /// Not without help: what the object says.
  case failed(ReadinessReason)
}

extension Readiness {
  /// Whether what waits for it may go on.
  package var isReady: Bool { self == .ready }

  /// What it waits for or has failed by; nil once it is ready.
  package var reason: ReadinessReason? {
    switch self {
    case .ready: nil
    case .waiting(let reason), .failed(let reason): reason
    }
  }

  /// The readiness of a live object, or of one that does not exist (nil), by the table of kinds.
  package static func of(_ object: JSON?, kind: ResourceKind) -> Readiness {
    guard let object else { return .waiting(.absent) }
    switch KindPolicy.of(kind)?.readiness {
    case .onceThere: return .ready
    case .judged(let rule): return rule(object)
    case nil: return .failed(.unknownKind(kind.groupKind))
    }
  }
}
