import Facts
import JSON
import Kubernetes
import Objects

extension KubernetesClient {
  /// How the server would store an object if it did not exist: a dry run under a name that nobody
  /// uses, told with the object's own.
  func tryAnew(
    _ body: JSON,
    as reference: ObjectReference,
  ) async throws(KubernetesError) -> JSON {
    let other = ObjectReference(
      cluster: reference.cluster,
      reference.kind,
      namespace: reference.namespace,
      name: "\(reference.name.prefix(40))-fedctl-dry-run",
    )
    let name = FieldPath(keys: "metadata", "name")
    let renamed = body.setting(name, to: .string(other.name))
    let stored = try await apply(renamed, as: other, ApplyOptions(dryRun: true))
    return stored.setting(name, to: .string(reference.name))
  }
}
