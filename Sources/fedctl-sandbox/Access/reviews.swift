import JSON

/// The kinds that are questions, for discovery.
let reviewResources = [
  review("authentication.k8s.io", "TokenReview", "tokenreviews"),
  review("authentication.k8s.io", "SelfSubjectReview", "selfsubjectreviews"),
  review("authorization.k8s.io", "SelfSubjectAccessReview", "selfsubjectaccessreviews"),
  review("authorization.k8s.io", "SelfSubjectRulesReview", "selfsubjectrulesreviews"),
  review("authorization.k8s.io", "SubjectAccessReview", "subjectaccessreviews"),
  review(
    "authorization.k8s.io",
    "LocalSubjectAccessReview",
    "localsubjectaccessreviews",
    isNamespaced: true,
  ),
]

/// Answers as the API server would, and remembers nothing.
private func review(
  _ group: String,
  _ kind: String,
  _ plural: String,
  isNamespaced: Bool = false,
) -> Resource {
  Resource(
    group: group,
    version: "v1",
    kind: kind,
    plural: plural,
    isNamespaced: isNamespaced,
    verbs: ["create"],
  )
}

/// Answers the kinds that are questions: nothing of them is kept.
struct Reviewer: Sendable {
  let state: ClusterState
  /// Who asks.
  let identity: Identity
  /// Whether rights are looked at; otherwise everybody may do everything.
  let hasAccessRules: Bool

  /// The answer to a request; nil for other paths.
  func answer(_ request: APIRequest) throws(APIStatus) -> JSON? {
    guard request.path.first == "apis", let endpoint = Endpoint(request.path, reviewResources)
    else {
      return nil
    }
    guard request.method == "POST" else { throw .methodNotAllowed() }
    let kind = endpoint.resource
    let options = try WriteOptions(request, kind: "CreateOptions", subresource: "")
    let schema = Schemas.known.kind(kind.kind, version: kind.apiVersion)
    let body = try options.decoded(Body(request, kind: kind.kind), kind, schema).value
    var review = try state.addressed(body, kind, endpoint.objectName)
    try check(review["spec"] ?? [:], kind, in: endpoint.namespace)
    // Though nothing is kept, the answer has its author, as of any object that is made.
    if kind.kind != "SelfSubjectReview" {
      let writer = options.writer(kind.apiVersion, at: state.now)
      recordUpdate(from: nil, to: &review, by: writer, VersionForms(schema: schema))
    }
    return review.filling("metadata", [:])
      .setting(FieldPath(keys: "status"), to: try status(kind.kind, review["spec"] ?? [:]))
  }

  /// Refuses a question that names nobody, asks for two things, or asks beyond its namespace.
  private func check(
    _ spec: JSON,
    _ kind: Resource,
    in namespace: String?,
  ) throws(APIStatus) {
    if kind.kind == "TokenReview", (spec["token"]?.stringValue ?? "").isEmpty {
      throw .badRequest("token is required for TokenReview in authentication")
    }
    var problems = Problems()
    let place = Place(spec, at: "spec")
    if place["resourceAttributes"].exists, place["nonResourceAttributes"].exists {
      problems.invalid(
        place["nonResourceAttributes"],
        "cannot be specified in combination with resourceAttributes",
      )
    }
    if ["SubjectAccessReview", "LocalSubjectAccessReview"].contains(kind.kind),
      place["user"].isEmpty, place["groups"].isEmpty
    {
      problems.invalid(
        place["user"],
        "at least one of user or group must be specified",
        showing: "",
      )
    }
    let asked = place["resourceAttributes"]["namespace"]
    if let namespace, asked.text != namespace {
      problems.invalid(asked, "must match metadata.namespace", showing: .string(asked.text))
    }
    guard problems.isEmpty else {
      throw .invalid(kind: "", group: kind.group, "", problems.fields)
    }
  }

  /// What a question of a kind is answered with.
  private func status(_ kind: String, _ spec: JSON) throws(APIStatus) -> JSON {
    switch kind {
    case "TokenReview": return tokenStatus(spec)
    case "SelfSubjectReview":
      return ["userInfo": identity.json]
    case "SelfSubjectRulesReview":
      return rulesStatus(spec["namespace"]?.stringValue ?? "")
    case "SelfSubjectAccessReview": return try decision(spec, identity)
    default:
      let groups = (spec["groups"]?.arrayValue ?? []).compactMap(\.stringValue)
      return try decision(spec, Identity(name: spec["user"]?.stringValue ?? "", groups: groups))
    }
  }

  /// Whether somebody may do what a review asks for; throws a 422 where it asks for nothing.
  private func decision(_ spec: JSON, _ identity: Identity) throws(APIStatus) -> JSON {
    guard let permission = Permission(review: spec) else {
      var problems = Problems()
      problems.invalid(
        Place(nil, at: "spec.resourceAttributes"),
        "exactly one of nonResourceAttributes or resourceAttributes must be specified",
        showing: .null,
      )
      throw .invalid(
        kind: "SubjectAccessReview",
        group: "authorization.k8s.io",
        "",
        problems.fields,
      )
    }
    guard hasAccessRules else { return ["allowed": true] }
    return state.allows(permission, to: identity)
      ? ["allowed": true, "reason": "RBAC: allowed"] : ["allowed": false]
  }

  /// All that the asker may do in a namespace.
  ///
  /// Complete, since nothing but RBAC decides here.
  private func rulesStatus(_ namespace: String) -> JSON {
    let all: [JSON] = [
      ["verbs": ["*"], "apiGroups": ["*"], "resources": ["*"]],
      ["verbs": ["*"], "nonResourceURLs": ["*"]],
    ]
    let isFree = !hasAccessRules || identity.groups.contains("system:masters")
    let rules = isFree ? all : state.rules(of: identity, in: namespace)
    return [
      "resourceRules": .array(rules.filter { $0["resources"] != nil }),
      "nonResourceRules": .array(rules.filter { $0["nonResourceURLs"] != nil }),
      "incomplete": false,
    ]
  }

  /// Who a token stands for, or that it stands for nobody; that is no error.
  private func tokenStatus(_ spec: JSON) -> JSON {
    guard let token = spec["token"]?.stringValue, let issued = state.identity(of: token) else {
      return ["user": [:], "error": "[invalid bearer token, token lookup failed]"]
    }
    return [
      "authenticated": true, "user": Identity(issued).json,
      "audiences": ["https://kubernetes.default.svc"],
    ]
  }
}

extension Identity {
  fileprivate var json: JSON {
    var user: JSONObject = ["username": .string(name)]
    if !uid.isEmpty { user["uid"] = .string(uid) }
    user["groups"] = .array(groups.map(JSON.string))
    return .object(user)
  }
}
