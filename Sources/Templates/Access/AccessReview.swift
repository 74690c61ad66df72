import JSON

/// One thing that somebody may or may not do to one object.
///
/// oauth-proxy reads the two spellings below with different schemas, and drops keys it does not
/// know in silence.
struct AccessReview {
  /// What is done, as Kubernetes calls it: `get`, `create`.
  let verb: String
  /// The API group without version; empty for the core group.
  var group = ""
  /// The resource in the plural, as URLs have it.
  let resource: String
  let namespace: String
  let name: String

  /// Whoever may see a Service may ask what stands behind it.
  static func seeing(service: String, in namespace: String) -> AccessReview {
    AccessReview(verb: "get", resource: "services", namespace: namespace, name: service)
  }

  /// As `-openshift-delegate-urls` wants it: authorization.k8s.io ResourceAttributes.
  var resourceAttributes: JSON {
    .fields([
      "group": group.isEmpty ? nil : .string(group),
      "resource": .string(resource),
      "namespace": .string(namespace),
      "name": .string(name),
      "verb": .string(verb),
    ])
  }

  /// As `-openshift-sar` wants it: an authorization.openshift.io action.
  var subjectAccessReview: JSON {
    .fields([
      "resourceAPIGroup": group.isEmpty ? nil : .string(group),
      "resource": .string(resource),
      "namespace": .string(namespace),
      "resourceName": .string(name),
      "verb": .string(verb),
    ])
  }
}
