import FoundationEssentials
import JSON

extension ClusterState {
  /// Answers a TokenRequest for a service account.
  mutating func requestToken(
    _ body: JSON,
    for account: ObjectName,
  ) throws(APIStatus) -> JSON {
    guard let accounts = resource(kind: "ServiceAccount") else { throw .noSuchPath }
    guard let live = object(accounts, account) else { throw .notFound(accounts, account.name) }
    let seconds = body["spec"]?["expirationSeconds"]?.integerValue ?? 3600
    try checkLifetime(seconds)
    // By the cluster's clock, which may be off; clients have another.
    let expiry = Date(timeIntervalSinceNow: skew + Double(seconds))
    let issued = IssuedToken(
      namespace: account.namespace,
      serviceAccount: account.name,
      serviceAccountUID: live.uid,
      secret: try boundSecret(body["spec"]?["boundObjectRef"], in: account.namespace),
      expiry: expiry,
    )
    let audience = body["spec"]?["audiences"]?[0]?.stringValue ?? "https://kubernetes.default.svc"
    let text = issued.newText(audience: audience)
    tokens[text] = issued
    var spec = body["spec"]?.objectValue ?? [:]
    spec["audiences"] = [.string(audience)]
    spec["expirationSeconds"] = .integer(seconds)
    return [
      "kind": "TokenRequest", "apiVersion": "authentication.k8s.io/v1",
      "metadata": ["name": .string(account.name), "namespace": .string(account.namespace)],
      "spec": .object(spec),
      "status": [
        "token": .string(text), "expirationTimestamp": .string(expiry.formatted(.iso8601)),
      ],
    ]
  }

  /// A token lives ten minutes at least, and 2^32 seconds at most.
  private func checkLifetime(_ seconds: Int64) throws(APIStatus) {
    let place = Place(.integer(seconds), at: "spec.expirationSeconds")
    var problems = Problems()
    if seconds < 600 {
      problems.invalid(place, "may not specify a duration less than 10 minutes")
    }
    if seconds > 4_294_967_296 {
      problems.invalid(place, "may not specify a duration larger than 2^32 seconds")
    }
    guard problems.isEmpty else {
      throw .invalid(
        kind: "TokenRequest",
        group: "authentication.k8s.io",
        "",
        problems.fields,
      )
    }
  }

  /// The Secret that a token is to live no longer than; nil for a token of its own.
  ///
  /// Throws where there is no such Secret, or another under its name.
  private func boundSecret(
    _ reference: JSON?,
    in namespace: String,
  ) throws(APIStatus) -> IssuedToken.BoundSecret? {
    guard let reference, reference != .null else { return nil }
    let name = reference["name"]?.stringValue ?? ""
    let kind = reference["kind"]?.stringValue ?? ""
    // Pods and nodes may be named too; here nobody has a token of theirs.
    if ["Pod", "Node"].contains(kind), let bound = resource(kind: kind) {
      guard object(kind, name, in: kind == "Pod" ? namespace : "") != nil else {
        throw .notFound(bound, name)
      }
      return nil
    }
    guard kind == "Secret" else {
      let version = reference["apiVersion"]?.stringValue ?? ""
      let shown = version.contains("/") ? version : "/\(version)"
      throw .badRequest("cannot bind token to object of type \(shown), Kind=\(kind)")
    }
    guard let secrets = resource(kind: "Secret") else { return nil }
    guard let secret = object("Secret", name, in: namespace) else {
      throw .notFound(secrets, name)
    }
    if let uid = reference["uid"]?.stringValue, !uid.isEmpty, uid != secret.uid {
      throw .conflict(
        secrets,
        name,
        "the UID in the bound object reference (\(uid)) does not match the UID in record. The "
          + "object might have been deleted and then recreated",
      )
    }
    return .init(name: name, uid: secret.uid)
  }
}
