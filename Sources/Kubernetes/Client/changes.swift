package import Facts
import HTTP
package import JSON
package import Objects

extension KubernetesClient {
  /// Applies an object on the server's side and returns it as stored.
  ///
  /// The body must have apiVersion, kind and name, and no managedFields.
  package func apply(
    _ body: JSON,
    as object: ObjectReference,
    _ options: ApplyOptions = ApplyOptions(),
  ) async throws(KubernetesError) -> JSON {
    let query = [
      (name: "fieldManager", value: WellKnown.fieldManager),
      (name: "force", value: "\(options.force)"),
      (name: "fieldValidation", value: "Strict"),
    ]
    return try await send(
      Call(
        method: .patch,
        endpoint: Endpoint(
          object,
          query: query + (options.dryRun ? [(name: "dryRun", value: "All")] : []),
        ),
        answer: .object(object),
        contentType: "application/apply-patch+yaml",
        body: body,
        object: object,
      )
    )
  }

  /// Creates an object; one of that name that exists already is a conflict.
  package func create(
    _ body: JSON,
    as object: ObjectReference,
  ) async throws(KubernetesError) -> JSON {
    let query = [(name: "fieldManager", value: WellKnown.fieldManager)]
    return try await send(
      Call(
        method: .post,
        endpoint: Endpoint(object.kind, namespace: object.namespace, query: query),
        answer: .object(object),
        body: body,
        object: object,
        isRepeatable: false,
      )
    )
  }

  /// Merges a patch (RFC 7386) into an object; with a resourceVersion in it, only into that version.
  package func mergePatch(
    _ object: ObjectReference,
    _ patch: JSON,
  ) async throws(KubernetesError) -> JSON {
    let query = [(name: "fieldManager", value: WellKnown.fieldManager)]
    return try await send(
      Call(
        method: .patch,
        endpoint: Endpoint(object, query: query),
        answer: .object(object),
        contentType: "application/merge-patch+json",
        body: patch,
      )
    )
  }

  /// Deletes an object, and by default what it owns in the background; false where it did not exist.
  ///
  /// With a uid, an object of the same name that was made since is left alone (409); with a `version`, one that
  /// has changed since it was read is, too.
  package func delete(
    _ object: ObjectReference,
    uid: String? = nil,
    version: String? = nil,
    _ propagation: Propagation = .background,
  ) async throws(KubernetesError) -> Bool {
    var options: JSONObject = [
      "apiVersion": "v1", "kind": "DeleteOptions",
      "propagationPolicy": .string(propagation.rawValue),
    ]
    var preconditions: JSONObject = [:]
    preconditions["uid"] = uid.map(JSON.string)
    preconditions["resourceVersion"] = version.map(JSON.string)
    if !preconditions.isEmpty { options["preconditions"] = .object(preconditions) }
    do throws(KubernetesError) {
      _ = try await send(
        Call(
          method: .delete,
          endpoint: Endpoint(object),
          answer: .deletion(object),
          body: .object(options),
        )
      )
      return true
    } catch {
      if error.tellsThatNone(object.kind) { return false }
      throw error
    }
  }
}
