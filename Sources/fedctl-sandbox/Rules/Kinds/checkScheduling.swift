import JSON

/// Where a pod may run, and beside whom.
func checkScheduling(_ spec: Place, _ problems: inout Problems) {
  for toleration in spec["tolerations"].items { checkToleration(toleration, &problems) }
  let constraints = spec["topologySpreadConstraints"].items
  for (number, constraint) in constraints.enumerated() {
    checkSpread(constraint, &problems)
    let pair = ["topologyKey", "whenUnsatisfiable"]
    let isRepeated = constraints[(number + 1)...].contains { other in
      pair.allSatisfy { other[$0].text == constraint[$0].text }
    }
    guard isRepeated else { continue }
    problems.duplicate(
      constraint["{topologyKey, whenUnsatisfiable}"],
      showing: .string("{\(pair.map { constraint[$0].text }.joined(separator: ", "))}"),
    )
  }
  let affinity = spec["affinity"]
  for kind in ["podAffinity", "podAntiAffinity"] {
    let place = affinity[kind]
    for term in place["requiredDuringSchedulingIgnoredDuringExecution"].items {
      checkTerm(term, &problems)
    }
    for preference in place["preferredDuringSchedulingIgnoredDuringExecution"].items {
      checkWeight(preference["weight"], &problems)
      checkTerm(preference["podAffinityTerm"], &problems)
    }
  }
  checkNodes(affinity["nodeAffinity"], &problems)
}

/// The nodes that a pod may or would rather run on.
private func checkNodes(_ affinity: Place, _ problems: inout Problems) {
  let required = affinity["requiredDuringSchedulingIgnoredDuringExecution"]
  if required.exists, required["nodeSelectorTerms"].isEmpty {
    problems.required(
      required["nodeSelectorTerms"],
      "must have at least one node selector term",
    )
  }
  let preferred = affinity["preferredDuringSchedulingIgnoredDuringExecution"]
  for preference in preferred.items { checkWeight(preference["weight"], &problems) }
  for term in required["nodeSelectorTerms"].items + preferred.items.map({ $0["preference"] }) {
    for requirement in term["matchExpressions"].items {
      checkNodeRequirement(requirement, &problems)
    }
    for requirement in term["matchFields"].items { checkNodeField(requirement, &problems) }
  }
}

/// A node by its name, the one field that it can be chosen by.
private func checkNodeField(_ requirement: Place, _ problems: inout Problems) {
  let (key, values) = (requirement["key"], requirement["values"])
  switch requirement["operator"].text {
  case "In", "NotIn":
    if values.items.count != 1 {
      problems.required(
        values,
        "must be only one value when `operator` is 'In' or 'NotIn' for node field selector",
      )
    }
  default: problems.invalid(requirement["operator"], "not a valid selector operator")
  }
  if key.text != "metadata.name" {
    problems.invalid(key, "not a valid field selector key", showing: .string(key.text))
  }
}

/// As in a label selector, with two operators more that compare numbers.
private func checkNodeRequirement(_ requirement: Place, _ problems: inout Problems) {
  let values = requirement["values"]
  switch requirement["operator"].text {
  case "In", "NotIn":
    if values.isEmpty {
      problems.required(values, "must be specified when `operator` is 'In' or 'NotIn'")
    }
  case "Exists", "DoesNotExist":
    if !values.isEmpty {
      problems.forbidden(
        values,
        "may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
      )
    }
  case "Gt", "Lt":
    if values.items.count != 1 {
      problems.required(values, "must be specified single value when `operator` is 'Lt' or 'Gt'")
    }
  default: problems.invalid(requirement["operator"], "not a valid selector operator")
  }
  let key = requirement["key"]
  problems.invalid(key, qualifiedNameProblems(key.text), showing: .string(key.text))
  guard !["Gt", "Lt"].contains(requirement["operator"].text) else { return }
  for value in values.items {
    problems.invalid(value, labelValueProblems(value.text), showing: .string(value.text))
  }
}

/// How much a preference counts beside others.
private func checkWeight(_ weight: Place, _ problems: inout Problems) {
  let number = weight.number ?? 0
  guard !(1...100).contains(number) else { return }
  problems.invalid(weight, "must be in the range 1-100", showing: .integer(number))
}

/// Pods to be near or away from, and what counts as near: nodes with one value of a label.
private func checkTerm(_ term: Place, _ problems: inout Problems) {
  checkSelector(term["labelSelector"], &problems)
  checkSelector(term["namespaceSelector"], &problems)
  // The server names one namespace where it means one of several.
  for name in term["namespaces"].items {
    problems.invalid(name.renamed("\(term.path).namespace"), labelProblems(name.text))
  }
  for list in ["matchLabelKeys", "mismatchLabelKeys"] {
    for key in term[list].items { problems.invalid(key, qualifiedNameProblems(key.text)) }
  }
  let key = term["topologyKey"]
  if key.isEmpty { problems.required(key, "can not be empty") }
  problems.invalid(key, qualifiedNameProblems(key.text), showing: .string(key.text))
}

/// How evenly pods are spread.
private func checkSpread(_ constraint: Place, _ problems: inout Problems) {
  let skew = constraint["maxSkew"]
  if skew.number ?? 0 <= 0 {
    problems.invalid(skew, "must be greater than zero", showing: skew.value ?? 0)
  }
  let key = constraint["topologyKey"]
  // What it is besides is not looked at.
  if key.isEmpty { problems.required(key, "can not be empty") }
  let action = constraint["whenUnsatisfiable"]
  if !["DoNotSchedule", "ScheduleAnyway"].contains(action.text) {
    problems.unsupported(action, ["DoNotSchedule", "ScheduleAnyway"])
  }
  if let number = constraint["minDomains"].number {
    if number <= 0 { problems.invalid(constraint["minDomains"], "must be greater than zero") }
    if !["", "DoNotSchedule"].contains(action.text) {
      problems.invalid(
        constraint["minDomains"],
        "can only use minDomains if whenUnsatisfiable=DoNotSchedule, not \(action.text)",
      )
    }
  }
  for policy in ["nodeAffinityPolicy", "nodeTaintsPolicy"] {
    problems.check(constraint[policy], oneOf: ["Honor", "Ignore"])
  }
  checkSelector(constraint["labelSelector"], &problems)
}

/// A taint that a pod puts up with; without a key, all taints.
private func checkToleration(_ toleration: Place, _ problems: inout Problems) {
  let (key, how) = (toleration["key"], toleration["operator"])
  if !key.isEmpty { problems.invalid(key, qualifiedNameProblems(key.text)) }
  if key.isEmpty, how.text != "Exists" {
    problems.invalid(
      how,
      "operator must be Exists when `key` is empty, which means \"match all values and all keys\"",
      showing: .string(how.text),
    )
  }
  if toleration["tolerationSeconds"].exists, toleration["effect"].text != "NoExecute" {
    problems.invalid(
      toleration["effect"],
      "effect must be 'NoExecute' when `tolerationSeconds` is set",
      showing: .string(toleration["effect"].text),
    )
  }
  switch how.text {
  case "", "Equal":
    // The server names the operator where it means the value.
    problems.invalid(
      toleration["value"].renamed(how.path),
      labelValueProblems(toleration["value"].text),
    )
  case "Exists":
    if !toleration["value"].isEmpty {
      problems.invalid(
        toleration["value"].renamed("\(toleration.path).operator"),
        "value must be empty when `operator` is 'Exists'",
      )
    }
  default: problems.unsupported(how, ["Equal", "Exists", "Lt", "Gt"])
  }
  problems.check(
    toleration["effect"],
    oneOf: ["NoSchedule", "PreferNoSchedule", "NoExecute"],
  )
}
