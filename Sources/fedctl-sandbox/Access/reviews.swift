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
  func answer(_ request: APIRequest) throws(APIStatus) -> Outcome? {
    guard request.path.first == "apis", let endpoint = Endpoint(request.path, reviewResources)
    else {
      return nil
    }
    guard request.method == "POST" else { throw .methodNotAllowed() }
    let kind = endpoint.resource
    let options = try WriteOptions(request, kind: "CreateOptions", subresource: "")
    let schema = Schemas.known.kind(kind.kind, version: kind.apiVersion)
    let decoded = try options.decoded(Body(request, kind: kind.kind), kind, schema)
    var body = decoded.value
    // What has no namespace may name one, for nothing.
    if endpoint.namespace == nil { body.setMetadata("namespace", to: nil) }
    var review = try state.addressed(body, kind, endpoint.objectName)
    try check(review, kind, in: endpoint.namespace)
    // Though nothing is kept, the answer has its author, as of any object that is made.
    if kind.kind != "SelfSubjectReview" {
      let writer = options.writer(kind.apiVersion, at: state.now)
      recordUpdate(from: nil, to: &review, by: writer, VersionForms(schema: schema))
    }
    let status = status(kind.kind, review["spec"] ?? [:])
    return Outcome(
      object: review.filling("metadata", [:]).setting(FieldPath(keys: "status"), to: status),
      warnings: decoded.warnings,
    )
  }

  /// Refuses a question that names nobody, asks for two things, or asks beyond its namespace.
  private func check(
    _ review: JSON,
    _ kind: Resource,
    in namespace: String?,
  ) throws(APIStatus) {
    let spec = review["spec"] ?? [:]
    if kind.kind == "TokenReview", (spec["token"]?.stringValue ?? "").isEmpty {
      throw .badRequest("token is required for TokenReview in authentication")
    }
    if kind.kind == "SelfSubjectRulesReview", (spec["namespace"]?.stringValue ?? "").isEmpty {
      throw .badRequest("no namespace on request")
    }
    var problems = Problems()
    let place = Place(spec, at: "spec")
    if kind.kind.hasSuffix("AccessReview") { checkAttributes(place, &problems) }
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
    if namespace != nil, place["nonResourceAttributes"].exists {
      problems.invalid(place["nonResourceAttributes"], "disallowed on this kind of request")
    } else if let namespace, asked.text != namespace {
      problems.invalid(asked, "must match metadata.namespace", showing: .string(asked.text))
    }
    if kind.kind.hasSuffix("AccessReview"), !review.name.isEmpty {
      problems.invalid(Place(review["metadata"], at: "metadata"), "must be empty")
    }
    guard problems.isEmpty else {
      throw .invalid(kind: "", group: kind.group, "", problems.fields)
    }
  }

  /// Something is asked for, and one thing alone; what it is limited to is told in one way.
  private func checkAttributes(_ spec: Place, _ problems: inout Problems) {
    let (resource, other) = (spec["resourceAttributes"], spec["nonResourceAttributes"])
    if resource.exists, other.exists {
      problems.invalid(other, "cannot be specified in combination with resourceAttributes")
    }
    if !resource.exists, !other.exists {
      problems.invalid(
        resource,
        "exactly one of nonResourceAttributes or resourceAttributes must be specified",
        showing: .null,
      )
    }
    for key in ["fieldSelector", "labelSelector"] {
      let selector = resource[key]
      if !selector["rawSelector"].isEmpty, !selector["requirements"].isEmpty {
        problems.invalid(
          selector["rawSelector"],
          "may not specified at the same time as requirements",
        )
      }
      for requirement in selector["requirements"].items
      where ["In", "NotIn"].contains(requirement["operator"].text) && requirement["values"].isEmpty
      {
        problems.required(
          requirement["values"],
          "must be specified when `operator` is 'In' or 'NotIn'",
        )
      }
    }
  }

  /// What a question of a kind is answered with.
  private func status(_ kind: String, _ spec: JSON) -> JSON {
    switch kind {
    case "TokenReview": return tokenStatus(spec)
    case "SelfSubjectReview":
      return ["userInfo": identity.json]
    case "SelfSubjectRulesReview":
      return rulesStatus(spec["namespace"]?.stringValue ?? "")
    case "SelfSubjectAccessReview": return decision(spec, identity)
    default:
      let groups = (spec["groups"]?.arrayValue ?? []).compactMap(\.stringValue)
      return decision(spec, Identity(name: spec["user"]?.stringValue ?? "", groups: groups))
    }
  }

  /// Whether somebody may do what a review asks for; nobody may do nothing.
  private func decision(_ spec: JSON, _ identity: Identity) -> JSON {
    guard let permission = Permission(review: spec) else { return ["allowed": false] }
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
