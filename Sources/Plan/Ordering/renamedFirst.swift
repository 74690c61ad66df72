import Objects

/// What the hub keeps for a cluster under its former name, as its identity, goes after everything on the
/// cluster has taken up the new one.
func renamedFirst(
  _ staying: [OrderedObject],
  _ leaving: [OrderedObject],
  _ formerNames: [String: String],
) -> [Edge] {
  guard !formerNames.isEmpty else { return [] }
  let successors = Dictionary(grouping: staying.map(\.reference), by: \.cluster)
  let kept = Dictionary(grouping: leaving) { $0.label(WellKnown.managedCluster) }
  return formerNames.flatMap { name, formerName in
    (kept[formerName] ?? []).flatMap { old in
      (successors[name] ?? []).map { ($0, old.reference) }
    }
  }
}
