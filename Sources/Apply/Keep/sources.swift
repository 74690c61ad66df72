import Objects
import Plan

extension ChangePlan {
  /// The objects of which something is handed to others while the plan is walked, or told at its end.
  ///
  /// Of all others nobody asks for the form in which they were stored.
  var sources: Set<ObjectReference> {
    let kept = changes.lazy.compactMap(\.desired)
    let handed = kept.flatMap { $0.manifest.bindings.flatMap(\.values).flatMap(\.sources) }
    return Set(handed).union(kept.map(\.reference).filter { $0.kind == .route })
  }
}

extension PendingValue {
  /// The objects that are looked into for the value.
  fileprivate var sources: [ObjectReference] {
    switch self {
    case .handOff(let handOff): [handOff.producer, handOff.holder]
    case .generated(let generated): [generated.secret]
    case .credential: []
    case .certificate(let certificate, _): certificate.sources
    }
  }
}

extension IssuedCertificate {
  /// Its own Secret, its authority's, and what has the names that it is for.
  fileprivate var sources: [ObjectReference] {
    [secret] + (issuer?.sources ?? []) + names.map(\.producer)
  }
}
