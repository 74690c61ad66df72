import JSON

/// Roles of both kinds.
let roleRules = KindRules(
  name: segmentProblems,
  check: { object, problems in
    let isNamespaced = object["kind"].text == "Role"
    for rule in object["rules"].items { checkPolicyRule(rule, isNamespaced, &problems) }
    let aggregation = object["aggregationRule"]
    guard aggregation.exists else { return }
    let selectors = aggregation["clusterRoleSelectors"]
    if selectors.isEmpty {
      problems.required(
        selectors,
        "at least one clusterRoleSelector required if aggregationRule is non-nil",
      )
    }
    for selector in selectors.items { checkSelector(selector, &problems) }
  },
)

/// A rule is for kinds or for paths, not for both; paths are for the whole cluster.
private func checkPolicyRule(_ rule: Place, _ isNamespaced: Bool, _ problems: inout Problems) {
  if rule["verbs"].isEmpty {
    problems.required(rule["verbs"], "verbs must contain at least one value")
  }
  let urls = rule["nonResourceURLs"]
  if !urls.isEmpty {
    if isNamespaced {
      problems.invalid(urls, "namespaced rules cannot apply to non-resource URLs")
    }
    // Nothing more is said of such a rule.
    let others = ["apiGroups", "resources", "resourceNames"]
    if others.contains(where: { !rule[$0].isEmpty }) {
      problems.invalid(urls, "rules cannot apply to both regular resources and non-resource URLs")
    }
    return
  }
  if rule["apiGroups"].isEmpty {
    problems.required(rule["apiGroups"], "resource rules must supply at least one api group")
  }
  if rule["resources"].isEmpty {
    problems.required(rule["resources"], "resource rules must supply at least one resource")
  }
}

private let accessGroup = "rbac.authorization.k8s.io"

/// Bindings of both kinds.
let bindingRules = KindRules(
  name: segmentProblems,
  check: { object, problems in
    let role = object["roleRef"]
    let isNamespaced = object["kind"].text == "RoleBinding"
    if role["apiGroup"].text != accessGroup {
      problems.unsupported(role["apiGroup"], [accessGroup])
    }
    problems.check(
      role["kind"],
      oneOf: isNamespaced ? ["Role", "ClusterRole"] : ["ClusterRole"],
    )
    if role["name"].isEmpty {
      problems.required(role["name"])
    } else {
      problems.invalid(role["name"], segmentProblems(role["name"].text))
    }
    for subject in object["subjects"].items { checkSubject(subject, isNamespaced, &problems) }
  },
  checkChange: { object, live, problems in
    let role = object["roleRef"]
    guard role.value != live["roleRef"].value else { return }
    let shown: JSON = [
      "APIGroup": role["apiGroup"].value ?? "", "Kind": role["kind"].value ?? "",
      "Name": role["name"].value ?? "",
    ]
    problems.invalid(role, "cannot change roleRef", showing: shown)
  },
)

/// Who a binding is for.
///
/// Accounts have a namespace, users and groups an API group.
private func checkSubject(_ subject: Place, _ isNamespaced: Bool, _ problems: inout Problems) {
  if subject["name"].isEmpty { problems.required(subject["name"]) }
  let group = subject["apiGroup"]
  switch subject["kind"].text {
  case "ServiceAccount":
    if !subject["name"].isEmpty {
      problems.invalid(subject["name"], subdomainProblems(subject["name"].text))
    }
    if !group.isEmpty { problems.unsupported(group, [""]) }
    if !isNamespaced, subject["namespace"].isEmpty { problems.required(subject["namespace"]) }
  case "User", "Group":
    if group.text != accessGroup { problems.unsupported(group, [accessGroup]) }
  default: problems.unsupported(subject["kind"], ["ServiceAccount", "User", "Group"])
  }
}
