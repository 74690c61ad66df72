import FoundationEssentials
import JSON

/// What is asked for, which is no object that is kept.
private let tokenKind = Resource(
  group: "authentication.k8s.io",
  version: "v1",
  kind: "TokenRequest",
  plural: "tokenrequests",
)

extension ClusterState {
  /// Answers a TokenRequest for a service account.
  mutating func requestToken(
    _ request: Body,
    for account: ObjectName,
    _ options: WriteOptions,
  ) throws(APIStatus) -> Outcome {
    guard let accounts = resource(kind: "ServiceAccount") else { throw .noSuchPath }
    let schema = Schemas.known.kind(tokenKind.kind, version: tokenKind.apiVersion)
    let decoded = try options.decoded(request, tokenKind, schema)
    let place = ObjectName(namespace: account.namespace, name: "")
    var body = try addressed(decoded.value, tokenKind, place)
    try checkNamespace(account.namespace, accounts, account.name)
    guard let live = object(accounts, account) else { throw .notFound(accounts, account.name) }
    try checkName(body, account.name)
    body = body.filling("spec", [:])
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
    // What is given out is kept by nobody, and yet has its author.
    var options = options
    options.subresource = "token"
    body = body.editing("spec") { $0["expirationSeconds"] = .integer(seconds) }
    let writer = options.writer(tokenKind.apiVersion, at: now)
    recordUpdate(from: nil, to: &body, by: writer, VersionForms(schema: schema))
    body.setMetadata("name", to: .string(account.name))
    let status: JSON = [
      "token": .string(text), "expirationTimestamp": .string(expiry.formatted(.iso8601)),
    ]
    return Outcome(
      object: body.forAudience(audience).setting(FieldPath(keys: "status"), to: status),
      warnings: decoded.warnings,
    )
  }

  /// Who names the account in the body too has to name the one of the path.
  private func checkName(_ body: JSON, _ account: String) throws(APIStatus) {
    guard !body.name.isEmpty, body.name != account else { return }
    var problems = Problems()
    problems.invalid(
      Place(body["metadata"], at: "metadata")["name"],
      "must match the service account name if specified",
    )
    throw .invalid(tokenKind, account, problems.fields)
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
    if name.isEmpty { throw .badRequest("Name parameter required.") }
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

extension JSON {
  /// A request with what the server fills in: for whom the token is, and that it is bound to nothing.
  fileprivate func forAudience(_ audience: String) -> JSON {
    editing("spec") { spec in
      if [nil, .null, []].contains(spec["audiences"]) { spec["audiences"] = [.string(audience)] }
      spec.fill("boundObjectRef", .null)
    }
  }
}
