package import Fleet

/// Renders every object of a fleet: a function of the fleet file, of the bundles that it names, and of
/// nothing else.
///
/// - Throws: every patch of the file that cannot be applied.
package func render(_ fleet: Fleet, _ bundles: Bundles = [:]) throws(PatchErrors) -> Rendering {
  let manifests =
    switch fleet.hub.design {
    case .receive(let design): renderReceive(design, of: fleet, bundles)
    case .federate(let design): renderFederate(design, of: fleet, bundles)
    case .sidecar(let design): renderSidecar(design, of: fleet, bundles)
    case .collector(let design): renderCollector(design, of: fleet)
    }
  let (patched, doubts) = try patched(
    labelling(
      pullingImages(statingDefaults(joiningHubsCluster(manifests, of: fleet)), of: fleet),
      of: fleet,
    ),
    by: fleet.patches,
    groups: fleet.groups,
  )
  return Rendering(manifests: patched, doubts: doubts)
}
