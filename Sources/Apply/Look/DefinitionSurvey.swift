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
  /// For one that an operator of the fleet has brought: the fleet's ClusterServiceVersions there.
  var installed: Set<String>?

  /// What would go with the definition and is somebody else's, and whose operators need it.
  func holding() async -> Holding {
    var holding = await content()
    do throws(KubernetesError) {
      holding.needers = try await needers()
    } catch {
      holding.unreadable = error.isNotServed ? holding.unreadable : .request(error)
    }
    return holding
  }

  /// The ClusterServiceVersions of others that own or need it; a copy is told by its original.
  private func needers() async throws(KubernetesError) -> [ObjectReference] {
    guard let installed else { return [] }
    return try await client.list(.clusterServiceVersion, namespace: nil).items.filter { version in
      version.metadata.label(WellKnown.copiedFrom) == nil
        && !installed.contains(version.metadata.name ?? "")
        && (version.definitions("owned") + version.definitions("required"))
          .contains(definition.name)
    }.map { reference(to: $0, .clusterServiceVersion) }
  }

  /// The objects of its kind that are not the fleet's.
  private func content() async -> Holding {
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
