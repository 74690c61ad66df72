import JSON

extension Readiness {
  /// An external secret is ready once the operator has made the Secret of its newest form.
  ///
  /// Its condition tells no generation; `status.syncedResourceVersion` does, as `3-` and a hash, and keeps that of the
  /// last success.
  static func externalSecret(_ object: JSON) -> Readiness {
    guard let condition = object.condition("Ready") else { return .waiting(.unsynced) }
    guard condition.isTrue else { return .waiting(.unmet(condition)) }
    let synced = object["status"]?["syncedResourceVersion"]?.stringValue?.split(separator: "-")
      .first
    guard let synced, let generation = Int64(synced) else { return .ready }
    return generation < object.metadata.generation ? .waiting(.unsynced) : .ready
  }
}
