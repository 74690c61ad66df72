import JSON

/// A kind of object that a cluster serves.
struct Resource: Hashable, Sendable {
  /// Empty for the core group.
  let group: String
  let version: String
  let kind: String
  /// As it stands in paths.
  let plural: String
  var shortNames: [String] = []
  /// As `all`: what `kubectl get` takes for several kinds at once.
  var categories: [String] = []
  var isNamespaced = true
  /// As `status`, `scale` and `token`: what may follow an object's name in paths.
  var subresources: [String] = []
  /// What may be done with the kind, as discovery tells it.
  var verbs = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"]
  /// Whether the kind comes from a CustomResourceDefinition.
  var isCustom = false
  /// A definition's columns for `kubectl get` (`additionalPrinterColumns`).
  var printerColumns: JSON?
  /// Where a definition's kind keeps its counts, as its subresource `scale` says.
  var scale: JSON?

  /// As objects say it: `v1` or `apps/v1`.
  var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }
  var singular: String { kind.lowercased() }

  /// Whether the server counts the versions of the objects' specs.
  var hasGeneration: Bool {
    isCustom || qualifiedName == "pods"
      || [
        "apps", "batch", "policy", "networking.k8s.io", "apiextensions.k8s.io",
      ].contains(group)
  }

  /// As `deployments.apps`: how errors name the kind, and what objects are kept under.
  var qualifiedName: String { group.isEmpty ? plural : "\(plural).\(group)" }

  /// As `Deployment.apps`: how errors about an object's content name its kind.
  var qualifiedKind: String { group.isEmpty ? kind : "\(kind).\(group)" }
}
