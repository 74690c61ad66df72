package import JSON
import Objects

/// What must be asked of a server before an object's change can be told.
package enum PlanQuestion: Sendable {
  /// The live object is what we want: nothing is asked.
  case nothing
  /// A dry run of this body.
  case dryRun(JSON)
  /// The server could not tell yet.
  case tooEarly(TooEarly)
}

extension LiveState {
  /// What the server must be asked about a desired object.
  package func question(about desired: DesiredObject) -> PlanQuestion {
    let reference = desired.reference
    guard let snapshot = snapshot(of: reference.cluster) else { return .nothing }
    if isLeftToOthers(desired.manifest) { return .nothing }
    if let live = snapshot.objects[reference] {
      if linger(of: reference) != nil { return .nothing }
      return matches(desired: desired.body, live: live) && !isChangedByHand(desired, live)
        ? .nothing : .dryRun(desired.body)
    }
    if unreadable(reference) != nil { return .nothing }
    if snapshot.notServed.contains(reference.kind) {
      return .tooEarly(.kindNotServed(reference.kind))
    }
    if let name = reference.namespace, snapshot.missingNamespaces.contains(name) {
      return .tooEarly(.missingNamespace(name))
    }
    return .dryRun(desired.body)
  }

  /// Whether hands have added to the object what the fleet does not want there.
  private func isChangedByHand(_ desired: DesiredObject, _ live: JSON) -> Bool {
    if desired.isShared { return false }
    return !reclaimable(in: live, desired: desired.body, isOurs: true).isEmpty
      || FieldManager.managers(of: live).contains {
        $0.isByHand && $0.subresource.isEmpty && $0.fields.holdsOther(live, than: desired.body)
      }
  }
}
