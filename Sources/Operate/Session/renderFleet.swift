package import Fleet
package import Objects
package import Templates

/// The manifests of a fleet file, and the bundles that it names, without any cluster.
///
/// `choose` tells the clusters whose manifests are wanted; none are all, in the order in which they were rendered.
///
/// - Throws: what is wrong with the files, or a cluster that the fleet does not have.
package func renderFleet(
  _ request: SessionRequest,
  view: any RunView,
  of choose: (Fleet) throws(SessionProblem) -> [String],
) async throws -> [Manifest] {
  let (fleet, rendering) = try await readFleet(request, view: view)
  let chosen = try choose(fleet)
  for cluster in chosen { try fleet.require(cluster) }
  guard !chosen.isEmpty else { return rendering.manifests }
  return rendering.manifests.filter { chosen.contains($0.owner) }
}

/// A fleet file and what is rendered of it and of the bundles that it names, found without a flaw.
package func readFleet(
  _ request: SessionRequest,
  view: any RunView,
) async throws -> (fleet: Fleet, rendering: Rendering) {
  let loaded = try FleetFile(path: request.fleetFile, environment: request.environment).load(view)
  let bundles = try OperatorBundles(request.fleetFile, environment: request.environment)
  let rendering = try loaded.rendered(await bundles.read(of: loaded.fleet), view: view)
  return (loaded.fleet, rendering)
}

extension Fleet {
  /// - Throws: where the fleet file has no cluster of that name, the hub among them.
  func require(_ cluster: String) throws(SessionProblem) {
    let names = [hub.name] + clusters.map(\.name)
    guard names.contains(cluster) else { throw .unknownCluster(cluster, known: names) }
  }
}
