package import Fleet
package import Objects
package import Templates

/// The manifests of a fleet file, and the bundles that it names, without any cluster.
///
/// `cluster` chooses one cluster's; nil is all, in the order in which they were rendered.
///
/// - Throws: what is wrong with the files, or a cluster that the fleet does not have.
package func renderFleet(
  _ request: SessionRequest,
  cluster: String?,
  view: any RunView,
) async throws -> [Manifest] {
  let (fleet, rendering) = try await readFleet(request, view: view)
  guard let cluster else { return rendering.manifests }
  let names = [fleet.hub.name] + fleet.clusters.map(\.name)
  guard names.contains(cluster) else {
    throw SessionProblem.unknownCluster(cluster, known: names)
  }
  return rendering.manifests(on: cluster)
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
