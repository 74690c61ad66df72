package import Fleet

/// Renders every object of a fleet: a function of the fleet file and of nothing else.
///
/// - Throws: every patch of the file that cannot be applied.
package func render(_ fleet: Fleet) throws(PatchErrors) -> Rendering {
  let hub = renderHub(fleet)
  let clusters = fleet.clusters.flatMap { renderManagedCluster($0, of: fleet) }
  return Rendering(manifests: try patched(hub + clusters, by: fleet.patches))
}
