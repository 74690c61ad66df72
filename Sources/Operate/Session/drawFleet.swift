import Fleet
package import Plan
import Templates

/// The picture of a fleet file, without any cluster.
///
/// `folds`: whether alike clusters come together, with `mark` in place of their own names.
///
/// - Throws: what is wrong with the file and the bundles that it names, or a circle in what it asks for.
package func drawFleet(
  _ request: SessionRequest,
  _ subject: Diagram.Subject,
  mark: String,
  folds: Bool,
  view: any RunView,
) async throws -> (name: String, diagram: Diagram) {
  let (fleet, rendering) = try await readFleet(request, view: view)
  let diagram = try Diagram(
    subject,
    of: rendering.manifests,
    clusters: fleet.remoteClusters.map(\.name),
    hub: fleet.hub.name,
    mark: mark,
    folds: folds,
  )
  return (fleet.name, diagram)
}
