import Fleet
import JSON
import Objects
package import Plan
package import Templates

/// Which keys and patches give the fields of an object, without any cluster.
///
/// `choice` is its kind and name; of several on different clusters, the first is told, where no `cluster` is named.
///
/// - Returns: the object, and the clusters that have one of that kind and name, too.
/// - Throws: what is wrong with the files, or that nothing is so called.
package func explainObject(
  _ request: SessionRequest,
  _ choice: ObjectChoice,
  on cluster: String?,
  view: any RunView,
) async throws -> (object: ExplainedObject, others: [String]) {
  let file = FleetFile(path: request.fleetFile, environment: request.environment)
  let loaded = try file.load(view)
  let bundles = try await OperatorBundles(request.fleetFile, environment: request.environment)
    .read(of: loaded.fleet)
  let found = try loaded.rendered(bundles, view: view).manifests.filter {
    choice.matches($0.reference) && (cluster ?? $0.owner) == $0.owner
  }
  guard let first = found.first else { throw SessionProblem.unknownObject(choice.description) }
  let variants = try file.variants(clusters: clusters(of: first, in: loaded.fleet))
  guard let object = try explain(first.reference, in: loaded.fleet, variants: variants, bundles)
  else { throw SessionProblem.unknownObject(choice.description) }
  return (object, found.dropFirst().map(\.owner))
}

/// The clusters whose keys may give something to an object: its own, or, of the hub's, the one that it is for.
///
/// Of what the hub has for all clusters, those of some tell what those of all do.
private func clusters(of manifest: Manifest, in fleet: Fleet) -> Set<String> {
  let label = manifest.body["metadata"]?["labels"]?[WellKnown.managedCluster]?.stringValue
  if let label { return [label] }
  guard manifest.reference.cluster == fleet.hub.name else { return [manifest.reference.cluster] }
  return Set(fleet.clusters.prefix(3).map(\.name))
}
