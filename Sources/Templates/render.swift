package import Fleet

/// Renders every object of a fleet: a function of the fleet file and of nothing else.
///
/// - Throws: every patch of the file that cannot be applied.
package func render(_ fleet: Fleet) throws(PatchErrors) -> Rendering {
  let manifests =
    switch fleet.hub.design {
    case .receive(let design): renderReceive(design, of: fleet)
    case .federate(let design): renderFederate(design, of: fleet)
    case .sidecar(let design): renderSidecar(design, of: fleet)
    case .collector(let design): renderCollector(design, of: fleet)
    }
  return Rendering(manifests: try patched(manifests, by: fleet.patches))
}
