internal import HTTP
package import JSON
package import Manifest

package struct ApplyOptions: Hashable, Sendable {
  /// Everything but the storing.
  package var dryRun: Bool
  /// Takes fields away from other managers.
  package var force: Bool

  package init(dryRun: Bool = false, force: Bool = false) {
    self.dryRun = dryRun
    self.force = force
  }
}

/// What becomes of objects that an object owns when it is deleted.
package enum Propagation: String, Sendable {
  case foreground = "Foreground"
  case background = "Background"
  case orphan = "Orphan"
}

extension KubernetesClient {
  package static let fieldManager = "fedctl"

  /// Server-side apply; unknown fields are refused.
  package func apply(
    _ body: JSON,
    kind: ResourceKind,
    namespace: String? = nil,
    name: String,
    options: ApplyOptions = ApplyOptions(),
  ) async throws(KubernetesError) -> JSON {
    var endpoint = Endpoint(kind, namespace: namespace, name: name)
    endpoint.query = Self.writing(options.dryRun) + [("force", options.force ? "true" : "false")]
    return try await call(
      APICall(
        method: .patch,
        endpoint: endpoint,
        body: body,
        contentType: "application/apply-patch+yaml",
      )
    )
  }

  package func create(
    _ body: JSON,
    kind: ResourceKind,
    namespace: String? = nil,
    dryRun: Bool = false,
  ) async throws(KubernetesError) -> JSON {
    var endpoint = Endpoint(kind, namespace: namespace)
    endpoint.query = Self.writing(dryRun)
    return try await call(
      APICall(method: .post, endpoint: endpoint, body: body, isRepeatable: false)
    )
  }

  package func mergePatch(
    _ kind: ResourceKind,
    namespace: String? = nil,
    name: String,
    patch: JSON,
    subresource: String? = nil,
  ) async throws(KubernetesError) -> JSON {
    var endpoint = Endpoint(kind, namespace: namespace, name: name, subresource: subresource)
    endpoint.query = Self.writing(false)
    return try await call(
      APICall(
        method: .patch,
        endpoint: endpoint,
        body: patch,
        contentType: "application/merge-patch+json",
      )
    )
  }

  /// False if there was nothing to delete; the object may live on until its finalizers are done.
  ///
  /// With a uid or resource version given, any other object of the name is left alone (409).
  package func delete(
    _ kind: ResourceKind,
    namespace: String? = nil,
    name: String,
    uid: String? = nil,
    resourceVersion: String? = nil,
    propagation: Propagation = .background,
    dryRun: Bool = false,
  ) async throws(KubernetesError) -> Bool {
    var preconditions = JSONObject()
    preconditions["uid"] = uid.map(JSON.string)
    preconditions["resourceVersion"] = resourceVersion.map(JSON.string)
    var options: JSONObject = [
      "apiVersion": "v1", "kind": "DeleteOptions",
      "propagationPolicy": .string(propagation.rawValue),
    ]
    if !preconditions.isEmpty { options["preconditions"] = .object(preconditions) }
    if dryRun { options["dryRun"] = ["All"] }
    let endpoint = Endpoint(kind, namespace: namespace, name: name)
    do throws(KubernetesError) {
      _ = try await call(APICall(method: .delete, endpoint: endpoint, body: .object(options)))
      return true
    } catch {
      guard error.isNotFound else { throw error }
      return false
    }
  }

  private static func writing(_ dryRun: Bool) -> [(name: String, value: String)] {
    let query = [("fieldManager", fieldManager), ("fieldValidation", "Strict")]
    return dryRun ? query + [("dryRun", "All")] : query
  }
}
