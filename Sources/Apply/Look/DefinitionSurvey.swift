import Facts
import JSON
import Kubernetes
import Objects
import Plan

/// Looks in the whole cluster for objects of a defined kind that are not the fleet's: they would go
/// with the definition.
struct DefinitionSurvey: Sendable {
  let client: KubernetesClient
  let definition: ObjectReference
  let live: JSON
  let fleet: String

  /// What would go with the definition and is somebody else's.
  func holding() async -> Holding {
    // All versions show the same objects.
    guard let kind = ResourceKind.defined(by: live).first else { return Holding() }
    do throws(KubernetesError) {
      let objects = try await client.list(kind, namespace: nil).items.filter { object in
        object.metadata.label(WellKnown.fleetLabel) != fleet
      }
      return Holding(foreign: objects.map { reference(to: $0, kind) })
    } catch {
      return error.isNotServed ? Holding() : Holding(unreadable: .request(error))
    }
  }

  /// As people call it.
  private func reference(to object: JSON, _ kind: ResourceKind) -> ObjectReference {
    ObjectReference(
      cluster: definition.cluster,
      kind,
      namespace: object.metadata.namespace,
      name: object.metadata.name ?? "",
    )
  }
}
