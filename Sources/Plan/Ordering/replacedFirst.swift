import Objects

/// What carries metrics, and what a runbook has left, goes after what takes its place has become ready, so that no cluster is
/// unmonitored while its fleet changes, as from one topology to another.
///
/// A cluster that leaves the fleet has no successor to wait for.
func replacedFirst(
  _ staying: [OrderedObject],
  _ leaving: [OrderedObject],
  hub: String,
) -> [Edge] {
  let clusters = staying.fleetClusters
  let workloads = staying.filter { $0.isWorkload || $0.isShared }.map(\.reference)
  let places = Dictionary(grouping: workloads, by: \.cluster)
  return leaving.filter {
    ($0.carriesMetrics || $0.isLeftover) && clusters.contains($0.reference.cluster)
  }
  .flatMap { object in
    let cluster = object.reference.cluster
    // The hub serves all clusters, and a cluster itself and the hub.
    let successors = cluster == hub ? workloads : (places[cluster] ?? []) + (places[hub] ?? [])
    return successors.map { ($0, object.reference) }
  }
}

/// A compactor starts when another of the fleet has gone: two on one bucket destroy data.
func compactsAlone(_ staying: [OrderedObject], _ leaving: [OrderedObject]) -> [Edge] {
  leaving.filter(\.isCompactor).flatMap { old in
    staying.filter(\.isCompactor).map { (old.reference, $0.reference) }
  }
}

extension OrderedObject {
  fileprivate var isCompactor: Bool {
    reference.kind == .statefulSet && label(WellKnown.component) == "compactor"
  }

  fileprivate var carriesMetrics: Bool {
    let ways: [ResourceKind] = [.service, .route, .ingress, .scrapeConfig]
    return (isWorkload || isShared || ways.contains(reference.kind)) && !isCompactor
  }
}
