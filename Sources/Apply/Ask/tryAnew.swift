import Facts
import JSON
import Kubernetes
import Objects

extension KubernetesClient {
  /// How the server would store an object if it did not exist: a dry run under a name that nobody uses.
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
    let renamed = body.setting(FieldPath(keys: "metadata", "name"), to: .string(other.name))
    return try await apply(renamed, as: other, ApplyOptions(dryRun: true))
  }
}
