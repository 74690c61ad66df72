import Graph
import JSON
import Objects

/// Decides what goes, in which order, and what stays and why.
package func planTeardown(
  _ input: TeardownInput,
  live: LiveState,
) throws(DependencyCycle) -> ChangePlan {
  let objects = departures(live, desired: [], fleet: input.fleet)
  let namespaces = live.objects(.namespace, of: input.fleet).map {
    input.removal.change(ofNamespace: $0, $1)
  }
  let definitions =
    live.objects(.customResourceDefinition, of: input.fleet)
    .map { input.removal.change(ofDefinition: $0, $1) }
    + input.removal.changes(ofBrought: input.brought)
  let claims = input.holdings.values.flatMap(\.claims)
    .sorted { $0.key < $1.key }.map { input.change(ofClaim: $0.key, $0.value, live) }
  let hidden = input.unreadable(live)
  var changes = (hidden + objects + definitions + claims + namespaces).filter(input.concerns)
  input.removal.keepUsedOperators(in: &changes, input.brought, live)
  input.keepRecords(in: &changes, live, of: Set(hidden.map(\.reference.cluster)))
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
  /// Objects of the file of which it is not known whether they are there; what cannot be seen is not gone.
  fileprivate func unreadable(_ live: LiveState) -> [Change] {
    manifests.map(\.reference).compactMap { reference in
      live.unreadable(reference).map {
        Change(.none, reference, obstacles: [.unreadable($0)])
      }
    }
  }

  fileprivate func concerns(_ change: Change) -> Bool {
    guard let leaving else { return true }
    guard !leaving.contains(change.reference.cluster) else { return true }
    guard let kept = change.live?.metadata.label(WellKnown.managedCluster) else { return false }
    // What the hub keeps for a renamed cluster bears its former name until the next apply.
    return leaving.contains(kept) || leaving.contains { formerNames[$0] == kept }
  }

  fileprivate var removal: Removal {
    Removal(
      fleet: fleet,
      holdings: holdings,
      volumes: deletesVolumes ? .deleted : .keptUnlessAsked,
    )
  }

  fileprivate func change(ofClaim claim: ObjectReference, _ live: JSON, _ state: LiveState)
    -> Change
  {
    if let linger = state.linger(of: claim, live) { return .going(claim, live, linger) }
    return deletesVolumes
      ? Change(.delete, claim, live: live)
      : Change(.none, claim, live: live, notes: [.stays(.holdsData)])
  }

  /// As long as a cluster cannot be looked at, the hub must remember where it is; one of which only some
  /// kinds can be read (`partly`) must remember itself, too.
  fileprivate func keepRecords(
    in changes: inout [Change],
    _ live: LiveState,
    of partly: Set<String>,
  ) {
    let unknown = clusters.filter { ($0.isUnknown && $0.name != hub) || partly.contains($0.name) }
      .map(\.name)
    guard !unknown.isEmpty else { return }
    for index in changes.indices where changes[index].isDeparture {
      let reference = changes[index].reference
      let isRecord = reference.kind == .configMap && reference.name == Inventory.name
      guard partly.union([hub]).contains(reference.cluster),
        isRecord || reference.kind == .namespace, live.linger(of: reference) == nil
      else { continue }
      changes[index] = Change(
        .none,
        reference,
        live: changes[index].live,
        notes: [.stays(.records(clusters: unknown))],
      )
    }
  }
}
