import Objects

/// What the hub keeps for a cluster under its former name, as its identity, goes after everything on the
/// cluster has taken up the new one.
func renamedFirst(
  _ staying: [OrderedObject],
  _ leaving: [OrderedObject],
  _ formerNames: [String: String],
) -> [Edge] {
  formerNames.flatMap { name, formerName in
    let successors = staying.map(\.reference).filter { $0.cluster == name }
    return leaving.filter { $0.label(WellKnown.managedCluster) == formerName }
      .flatMap { old in successors.map { ($0, old.reference) } }
  }
}
