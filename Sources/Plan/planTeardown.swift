import Graph
import JSON
import Objects

/// Decides what goes, in which order, and what stays and why.
package func planTeardown(
  _ input: TeardownInput,
  live: LiveState,
) throws(DependencyCycle) -> ChangePlan {
  let objects = departures(live, desired: [], fleet: input.fleet)
  let namespaces = live.objects(.namespace, of: input.fleet).map { input.change(of: $0, $1) }
  let definitions = live.objects(.customResourceDefinition, of: input.fleet)
    .map { input.change(ofDefinition: $0, $1) }
  let claims = input.holdings.values.flatMap(\.claims)
    .sorted { $0.key < $1.key }.map { input.change(ofClaim: $0.key, $0.value) }
  var changes = (objects + definitions + claims + namespaces).filter(input.concerns)
  input.keepRecords(in: &changes)
  let graph = dependencies(
    of: changes,
    hub: input.hub,
    manifests: Dictionary(
      input.manifests.map { ($0.reference, $0) },
      uniquingKeysWith: { $1 },
    ),
  )
  return try ChangePlan(
    fleet: input.fleet,
    clusters: input.clusters,
    ordering: changes,
    by: graph,
  )
}

extension TeardownInput {
  fileprivate func concerns(_ change: Change) -> Bool {
    guard let cluster else { return true }
    return change.reference.cluster == cluster
      || change.live?.metadata.label(WellKnown.managedCluster) == cluster
  }

  fileprivate func change(of namespace: ObjectReference, _ live: JSON) -> Change {
    let maker = live.metadata.annotation(WellKnown.createdBy)
    guard maker == fleet else { return Change(.release, namespace, live: live) }
    guard let reason = reasonToKeep(namespace) else {
      return Change(.delete, namespace, live: live)
    }
    return Change(.none, namespace, live: live, notes: [.stays(reason)])
  }

  /// A definition takes every object of its kind with it, whoever made them.
  fileprivate func change(ofDefinition definition: ObjectReference, _ live: JSON) -> Change {
    let holding = holdings[definition] ?? Holding()
    let reason =
      holding.foreign.isEmpty
      ? holding.unreadable.map(StayReason.contentUnknown) : .definesForeign(holding.foreign)
    guard let reason else { return Change(.delete, definition, live: live) }
    return Change(.none, definition, live: live, notes: [.stays(reason)])
  }

  private func reasonToKeep(_ namespace: ObjectReference) -> StayReason? {
    let holding = holdings[namespace] ?? Holding()
    if !holding.foreign.isEmpty { return .containsForeign(holding.foreign) }
    if let reason = holding.unreadable { return .contentUnknown(reason) }
    guard deletesVolumes || holding.claims.isEmpty else {
      return .contains(claims: holding.claims.count)
    }
    return nil
  }

  fileprivate func change(ofClaim claim: ObjectReference, _ live: JSON) -> Change {
    deletesVolumes
      ? Change(.delete, claim, live: live)
      : Change(.none, claim, live: live, notes: [.stays(.holdsData)])
  }

  /// As long as a cluster cannot be looked at, the hub must remember where it is.
  fileprivate func keepRecords(in changes: inout [Change]) {
    let unknown = clusters.filter { $0.isUnknown && $0.name != hub }.map(\.name)
    guard !unknown.isEmpty else { return }
    for index in changes.indices where changes[index].isDeparture {
      let reference = changes[index].reference
      let isRecord = reference.kind == .configMap && reference.name == Inventory.name
      guard reference.cluster == hub, isRecord || reference.kind == .namespace else { continue }
      changes[index] = Change(
        .none,
        reference,
        live: changes[index].live,
        notes: [.stays(.records(clusters: unknown))],
      )
    }
  }
}

extension LiveState {
  fileprivate func objects(_ kind: ResourceKind, of fleet: String) -> [(ObjectReference, JSON)] {
    clusters.keys.sorted().compactMap(snapshot).flatMap { snapshot in
      snapshot.objects.filter { $0.key.kind == kind && Self.owner(of: $0.value) == fleet }
        .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
  }
}
