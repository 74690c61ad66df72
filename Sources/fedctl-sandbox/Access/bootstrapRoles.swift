import JSON

/// The roles and bindings that every cluster has from the start, by name.
let bootstrapRoles: [(name: String, rules: [JSON])] = [
  ("cluster-admin", [everything, ["verbs": ["*"], "nonResourceURLs": ["*"]]]),
  ("admin", [content("*"), grant(["rolebindings", "roles"], in: accessGroup, ["*"])]),
  ("edit", [content("*")]),
  ("view", [content("get", "list", "watch")]),
  (
    "system:discovery",
    [
      [
        "verbs": ["get"],
        "nonResourceURLs": .array(
          openPaths + ["/api", "/api/*", "/apis", "/apis/*", "/openapi", "/openapi/*"]
        ),
      ]
    ],
  ),
  ("system:public-info-viewer", [["verbs": ["get"], "nonResourceURLs": .array(openPaths)]]),
  (
    "system:basic-user",
    [
      grant(
        ["selfsubjectaccessreviews", "selfsubjectrulesreviews"],
        in: "authorization.k8s.io",
        ["create"],
      ), grant(["selfsubjectreviews"], in: "authentication.k8s.io", ["create"]),
    ],
  ),
  (
    "system:auth-delegator",
    [
      grant(["tokenreviews"], in: "authentication.k8s.io", ["create"]),
      grant(["subjectaccessreviews"], in: "authorization.k8s.io", ["create"]),
    ],
  ),
  (
    "cluster-monitoring-view",
    [
      grant(["namespaces"], in: "", ["get"]),
      grant(["prometheuses/api"], in: "monitoring.coreos.com", ["get", "create", "update"]),
    ],
  ),
]

/// Which of them hold for whom without anybody's doing.
let bootstrapBindings: [(role: String, groups: [String])] = [
  ("cluster-admin", ["system:masters"]), ("system:discovery", ["system:authenticated"]),
  ("system:basic-user", ["system:authenticated"]),
  ("system:public-info-viewer", ["system:authenticated", "system:unauthenticated"]),
]

private let accessGroup = "rbac.authorization.k8s.io"
private let everything: JSON = ["verbs": ["*"], "apiGroups": ["*"], "resources": ["*"]]
/// What may be read by whoever can reach the server.
private let openPaths: [JSON] = ["/healthz", "/livez", "/readyz", "/version", "/version/"]

/// Rights to the objects that make up an application.
private func content(_ verbs: JSON...) -> JSON {
  [
    "verbs": .array(verbs),
    "apiGroups": [
      "", "apps", "batch", "autoscaling", "policy", "networking.k8s.io", "route.openshift.io",
    ],
    "resources": [
      "configmaps", "secrets", "services", "serviceaccounts", "serviceaccounts/token", "pods",
      "persistentvolumeclaims", "events", "deployments", "deployments/scale", "statefulsets",
      "statefulsets/scale", "daemonsets", "replicasets", "jobs", "horizontalpodautoscalers",
      "poddisruptionbudgets", "networkpolicies", "ingresses", "routes",
    ],
  ]
}

/// One rule for kinds of one group.
private func grant(_ resources: [JSON], in group: String, _ verbs: [JSON]) -> JSON {
  ["verbs": .array(verbs), "apiGroups": [.string(group)], "resources": .array(resources)]
}
