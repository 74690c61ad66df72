import JSON

/// Ingress: rules or a default backend, hosts, paths and what is behind them.
let ingressRules = KindRules(
  check: { object, problems in
    let spec = object["spec"]
    if spec["rules"].isEmpty, !spec["defaultBackend"].exists {
      problems.invalid(
        spec,
        "either `defaultBackend` or `rules` must be specified",
        showing: spec["rules"].value ?? [],
      )
    }
    checkClass(spec["ingressClassName"], &problems)
    for block in spec["tls"].items {
      for host in block["hosts"].items { checkHost(host, &problems) }
      let secret = block["secretName"]
      if !secret.isEmpty { problems.invalid(secret, subdomainProblems(secret.text)) }
    }
    if spec["defaultBackend"].exists { checkBackend(spec["defaultBackend"], &problems) }
    for rule in spec["rules"].items { checkRule(rule, &problems) }
  },
  checkNew: { object, problems in
    let (old, new) = (object.oldClass, object["spec"]["ingressClassName"])
    guard old.exists, new.exists, old.text != new.text else { return }
    problems.invalid(
      old.renamed("annotations.\(classAnnotation)"),
      "must match `ingressClassName` when both are specified",
    )
  },
  newWarnings: { object in
    guard object.oldClass.exists, !object["spec"]["ingressClassName"].exists else { return [] }
    return [
      "annotation \"\(classAnnotation)\" is deprecated, please use 'spec.ingressClassName' instead"
    ]
  },
)

private let classAnnotation = "kubernetes.io/ingress.class"

extension Place {
  /// The class as Ingresses had it before there was a field for it.
  fileprivate var oldClass: Place { self["metadata"]["annotations"].entry(classAnnotation) }
}

/// A class is the name of an object; whether there is one is not looked up.
private func checkClass(_ name: Place, _ problems: inout Problems) {
  if name.exists { problems.invalid(name, subdomainProblems(name.text)) }
}

/// A host, which is no address, and its paths.
private func checkRule(_ rule: Place, _ problems: inout Problems) {
  let host = rule["host"]
  if isAddress(host.text) {
    problems.invalid(host, "must be a DNS name, not an IP address")
  } else if !host.isEmpty {
    checkHost(host, &problems)
  }
  guard rule["http"].exists else { return }
  if rule["http"]["paths"].isEmpty { problems.required(rule["http"]["paths"]) }
  for path in rule["http"]["paths"].items { checkPath(path, &problems) }
}

/// A host may begin with `*.` for all that end so.
private func checkHost(_ host: Place, _ problems: inout Problems) {
  guard host.text.contains("*") else {
    return problems.invalid(host, subdomainProblems(host.text))
  }
  let rest = String(host.text.dropFirst(2))
  guard host.text.hasPrefix("*."), subdomainProblems(rest).isEmpty else {
    return problems.invalid(
      host,
      "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, "
        + "which must consist of lower case alphanumeric characters, '-' or '.' and end with an "
        + "alphanumeric character (e.g. '*.example.com', regex used for validation is "
        + "'\\*\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    )
  }
}

/// How a path is meant has to be said; there is no default.
private func checkPath(_ path: Place, _ problems: inout Problems) {
  let (type, text) = (path["pathType"], path["path"])
  guard type.exists else { return problems.required(type, "pathType must be specified") }
  switch type.text {
  // Paths that a proxy would rewrite could mean two things; those of the third type are the
  // controller's own.
  case "Exact", "Prefix":
    if !text.text.hasPrefix("/") { problems.invalid(text, "must be an absolute path") }
    for part in ["//", "/./", "/../", "%2f", "%2F"] where text.text.contains(part) {
      problems.invalid(text, "must not contain '\(part)'")
    }
    for part in ["/..", "/."] where text.text.hasSuffix(part) {
      problems.invalid(text, "cannot end with '\(part)'")
    }
  case "ImplementationSpecific":
    if !text.isEmpty, !text.text.hasPrefix("/") {
      problems.invalid(text, "must be an absolute path")
    }
  default: problems.unsupported(type, ["Exact", "ImplementationSpecific", "Prefix"])
  }
  checkBackend(path["backend"], &problems)
}

/// A Service or another object of the namespace, one of the two.
private func checkBackend(_ backend: Place, _ problems: inout Problems) {
  let (service, resource) = (backend["service"], backend["resource"])
  switch (service.exists, resource.exists) {
  case (true, true):
    problems.invalid(backend, "cannot set both resource and service backends", showing: "")
  case (false, false):
    problems.invalid(backend, "resource or service backend is required", showing: "")
  case (false, true): checkResource(resource, &problems)
  case (true, false): checkService(service, of: backend, &problems)
  }
}

/// An object of the namespace by its group, kind and name.
private func checkResource(_ resource: Place, _ problems: inout Problems) {
  let group = resource["apiGroup"]
  if group.exists { problems.invalid(group, subdomainProblems(group.text)) }
  for key in ["kind", "name"] {
    if resource[key].isEmpty {
      problems.required(resource[key])
    } else {
      problems.invalid(resource[key], segmentProblems(resource[key].text))
    }
  }
}

/// A Service with the name or the number of a port, one of the two.
private func checkService(_ service: Place, of backend: Place, _ problems: inout Problems) {
  let name = service["name"]
  if name.isEmpty {
    problems.required(name)
  } else {
    problems.invalid(name, labelProblems(name.text))
  }
  let (portName, number) = (service["port"]["name"], service["port"]["number"])
  let hasNumber = (number.number ?? 0) != 0
  if !portName.isEmpty, hasNumber {
    problems.invalid(backend, "cannot set both port name & port number", showing: "")
  } else if !portName.isEmpty {
    problems.invalid(portName, portNameProblems(portName.text))
  } else if hasNumber {
    checkPortNumber(number, &problems)
  } else {
    problems.required(backend, "port name or number is required")
  }
}
