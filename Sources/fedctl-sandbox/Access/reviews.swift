import JSON

/// The kinds that are questions, for discovery.
let reviewResources = [
  review("authentication.k8s.io", "TokenReview", "tokenreviews"),
  review("authentication.k8s.io", "SelfSubjectReview", "selfsubjectreviews"),
  review("authorization.k8s.io", "SelfSubjectAccessReview", "selfsubjectaccessreviews"),
  review("authorization.k8s.io", "SubjectAccessReview", "subjectaccessreviews"),
]

private func review(_ group: String, _ kind: String, _ plural: String) -> Resource {
  Resource(
    group: group,
    version: "v1",
    kind: kind,
    plural: plural,
    isNamespaced: false,
    verbs: ["create"],
  )
}

extension ClusterState {
  /// Answers the kinds that are questions: nothing of them is kept.
  ///
  /// Nil for other paths.
  func review(_ request: APIRequest) throws(APIStatus) -> JSON? {
    guard request.method == "POST", request.path.count == 4, request.path[0] == "apis" else {
      return nil
    }
    switch request.path.dropFirst().joined(separator: "/") {
    case "authentication.k8s.io/v1/tokenreviews":
      let body = try decoded(request.body)
      return body.setting(FieldPath(keys: "status"), to: tokenStatus(body))
    case "authentication.k8s.io/v1/selfsubjectreviews":
      let name = request.bearerToken.flatMap { identity(of: $0)?.username } ?? "kube:admin"
      return try decoded(request.body)
        .setting(FieldPath(keys: "status", "userInfo", "username"), to: .string(name))
    case "authorization.k8s.io/v1/selfsubjectaccessreviews",
      "authorization.k8s.io/v1/subjectaccessreviews":
      return try decoded(request.body)
        .setting(FieldPath(keys: "status", "allowed"), to: true)
    default: return nil
    }
  }

  private func tokenStatus(_ body: JSON) -> JSON {
    guard let token = body["spec"]?["token"]?.stringValue, let issued = identity(of: token) else {
      return ["user": [:], "error": "[invalid bearer token, token lookup failed]"]
    }
    return [
      "authenticated": true,
      "user": [
        "username": .string(issued.username), "uid": .string(issued.serviceAccountUID),
        "groups": [
          "system:serviceaccounts", .string("system:serviceaccounts:\(issued.namespace)"),
          "system:authenticated",
        ],
      ],
      "audiences": ["https://kubernetes.default.svc"],
    ]
  }
}
