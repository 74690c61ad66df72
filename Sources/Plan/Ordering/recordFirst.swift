import Objects

/// What is recorded comes after its record: an inventory before its members, the hub's before all
/// other clusters, so that nothing exists that a later run could not find.
func recordFirst(
  _ object: OrderedObject,
  _ index: ObjectIndex,
  hub: String,
) -> [ObjectReference] {
  let cluster = object.reference.cluster
  if object.reference.kind == .namespace {
    return cluster == hub ? [] : index.inventories(on: hub)
  }
  let isRecord = object.label(WellKnown.applySetIdentifier) != nil
  if isRecord { return cluster == hub ? [] : index.inventories(on: hub) }
  return index.inventories(on: cluster)
}

/// The hub forgets a cluster that leaves the fleet only after everything there has gone.
func forgottenLast(
  _ staying: [OrderedObject],
  _ leaving: [OrderedObject],
  hub: String,
) -> [Edge] {
  let records = ObjectIndex(staying).inventories(on: hub)
  let clusters = staying.fleetClusters.union([hub])
  return leaving.filter { !clusters.contains($0.reference.cluster) }.flatMap { object in
    records.map { (object.reference, $0) }
  }
}

extension [OrderedObject] {
  /// The clusters that the fleet file names.
  var fleetClusters: Set<String> { Set(filter(\.isDesired).map(\.reference.cluster)) }
}

extension OrderedObject {
  /// Whether it records what the fleet owns on its cluster.
  var isInventory: Bool {
    reference.kind == .configMap && label(WellKnown.applySetIdentifier) != nil
  }
}
