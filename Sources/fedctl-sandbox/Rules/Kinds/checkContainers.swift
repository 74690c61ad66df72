import JSON

/// The containers of a pod; `volumes` are the names that they may mount.
func checkContainers(_ spec: Place, _ volumes: Set<String>, _ problems: inout Problems) {
  let (containers, first) = (spec["containers"], spec["initContainers"])
  if containers.isEmpty { problems.required(containers) }
  problems.unique(containers.items.map { $0["name"] })
  for container in containers.items {
    checkContainer(container, volumes, isProbed: true, &problems)
  }
  let names = Set(containers.items.map { $0["name"].text })
  // Names are unique among those that run first and those that run on.
  var seen = names
  for container in first.items {
    let name = container["name"]
    let isProbed = container["restartPolicy"].text == "Always"
    checkContainer(container, volumes, isProbed: isProbed, &problems)
    if !name.isEmpty, !seen.insert(name.text).inserted { problems.duplicate(name) }
    if !isProbed { checkEarly(container, &problems) }
  }
  let claims = Set(spec["resourceClaims"].items.map { $0["name"].text })
  for container in first.items + containers.items {
    // A file system of the kernel without its veil needs users of the pod's own.
    let mount = container["securityContext"]["procMount"]
    if mount.text == "Unmasked", spec["hostUsers"].value != false {
      problems.invalid(mount, "`hostUsers` must be false to use `Unmasked`")
    }
    for claim in container["resources"]["claims"].items
    where !claims.contains(claim["name"].text) {
      problems.notFound(Place(.string(claim["name"].text), at: claim.path))
    }
  }
  checkGuests(spec["ephemeralContainers"], &problems)
}

/// Containers that come into a running pod; a template has none.
private func checkGuests(_ guests: Place, _ problems: inout Problems) {
  guard !guests.isEmpty else { return }
  for guest in guests.items {
    for key in ["name", "image"] where guest[key].isEmpty { problems.required(guest[key]) }
    let probes = ["livenessProbe", "readinessProbe", "startupProbe", "lifecycle"]
    let forbidden =
      probes.filter { guest[$0].exists } + ["ports", "resources"].filter { !guest[$0].isEmpty }
    for key in forbidden {
      problems.forbidden(guest[key], "cannot be set for an Ephemeral Container")
    }
  }
  problems.forbidden(guests, "ephemeral containers not allowed in pod template")
}

/// What runs before the others, and ends, is not probed.
private func checkEarly(_ container: Place, _ problems: inout Problems) {
  for key in ["lifecycle", "livenessProbe", "readinessProbe", "startupProbe"]
  where container[key].exists {
    problems.forbidden(
      container[key],
      "may not be set for init containers without restartPolicy=Always",
    )
  }
}

/// One container, wherever it stands in the pod.
///
/// One that is not probed is told so elsewhere, and no more of its probes is looked at.
private func checkContainer(
  _ container: Place,
  _ volumes: Set<String>,
  isProbed: Bool,
  _ problems: inout Problems,
) {
  let name = container["name"]
  if name.isEmpty {
    problems.required(name)
  } else {
    problems.invalid(name, labelProblems(name.text))
  }
  if container["image"].isEmpty { problems.required(container["image"]) }
  if isProbed {
    checkLifecycle(container["lifecycle"], &problems)
    for kind in ["livenessProbe", "readinessProbe", "startupProbe"] {
      checkProbe(container[kind], mustPassOnce: kind != "readinessProbe", &problems)
    }
  }
  checkContainerPorts(container["ports"], &problems)
  checkEnvironment(container, &problems)
  checkMounts(container, volumes, &problems)
  problems.check(pointer: container["restartPolicy"], oneOf: ["Always", "Never", "OnFailure"])
  problems.check(container["imagePullPolicy"], oneOf: ["Always", "IfNotPresent", "Never"])
  problems.check(
    container["terminationMessagePolicy"],
    oneOf: ["FallbackToLogsOnError", "File"],
  )
  checkResources(container["resources"], &problems)
  checkResizing(container["resizePolicy"], &problems)
  checkRestarts(container, &problems)
  checkDevices(container["volumeDevices"], volumes, &problems)
  checkContainerSecurity(container["securityContext"], &problems)
  problems.check(
    pointer: container["securityContext"]["procMount"],
    oneOf: ["Default", "Unmasked"],
  )
}

/// Ports have numbers; names are for others to find them by, and unique in the container.
private func checkContainerPorts(_ ports: Place, _ problems: inout Problems) {
  for port in ports.items {
    if !port["name"].isEmpty {
      problems.invalid(port["name"], portNameProblems(port["name"].text))
    }
    let number = port["containerPort"]
    if number.number ?? 0 == 0 {
      problems.required(number)
    } else {
      checkPortNumber(number, &problems)
    }
    checkPortNumber(port["hostPort"], &problems)
    problems.check(port["protocol"], oneOf: ["SCTP", "TCP", "UDP"])
  }
  problems.unique(ports.items.map { $0["name"] })
}

/// What is mounted has to be a volume of the pod; two mounts cannot share a place.
private func checkMounts(_ container: Place, _ volumes: Set<String>, _ problems: inout Problems) {
  let mounts = container["volumeMounts"]
  for mount in mounts.items {
    if mount["name"].isEmpty { problems.required(mount["name"]) }
    if !volumes.contains(mount["name"].text) {
      problems.notFound(Place(.string(mount["name"].text), at: mount["name"].path))
    }
    if mount["mountPath"].isEmpty {
      problems.required(mount["mountPath"].renamed("\(mount.path).mountPath"))
    }
    let part = mount["subPath"].text
    if part.hasPrefix("/") { problems.invalid(mount["subPath"], "must be a relative path") }
    if part.split(separator: "/").contains("..") {
      problems.invalid(mount["subPath"], "must not contain '..'")
    }
    if !part.isEmpty, !mount["subPathExpr"].isEmpty {
      problems.invalid(mount["subPathExpr"], "subPathExpr and subPath are mutually exclusive")
    }
    problems.check(
      pointer: mount["recursiveReadOnly"].renamed("\(mounts.path).recursiveReadOnly"),
      oneOf: ["Disabled", "Enabled", "IfPossible"],
    )
    checkPropagation(
      mount["mountPropagation"].renamed("\(mounts.path).mountPropagation"),
      isPrivileged: container["securityContext"]["privileged"].isTrue,
      &problems,
    )
  }
  problems.unique(mounts.items.map { $0["mountPath"] }, why: "must be unique")
}

/// Volumes that the container sees as devices.
private func checkDevices(_ devices: Place, _ volumes: Set<String>, _ problems: inout Problems) {
  for device in devices.items {
    let name = device["name"]
    if name.isEmpty { problems.required(name) }
    if !volumes.contains(name.text) {
      problems.notFound(Place(.string(name.text), at: name.path))
    }
    if device["devicePath"].isEmpty { problems.required(device["devicePath"]) }
  }
}

/// Whether a container restarts when it gets more or less; but for repetitions, paths name the list.
private func checkResizing(_ policies: Place, _ problems: inout Problems) {
  var seen: Set<String> = []
  for policy in policies.items {
    let (resource, restart) = (policy["resourceName"].text, policy["restartPolicy"].text)
    if !seen.insert(resource).inserted {
      problems.duplicate(policy, showing: .string(resource))
    }
    for (text, supported) in [
      (resource, ["cpu", "memory"]), (restart, ["NotRequired", "RestartContainer"]),
    ] where !supported.contains(text) {
      if text.isEmpty {
        problems.required(policies)
      } else {
        problems.unsupported(policies, supported, showing: .string(text))
      }
    }
  }
}

/// What a container does when it ends with some code, beside the policy for all others.
private func checkRestarts(_ container: Place, _ problems: inout Problems) {
  let rules = container["restartPolicyRules"]
  guard !rules.isEmpty else { return }
  if !container["restartPolicy"].exists {
    problems.required(
      container["restartPolicy"],
      "must specify restartPolicy when restart rules are used",
    )
  }
  for rule in rules.items {
    let actions = ["Restart", "RestartAllContainers"]
    if !actions.contains(rule["action"].text) {
      problems.unsupported(rule["action"], actions)
    }
    let codes = rule["exitCodes"]
    guard codes.exists else {
      problems.required(codes, "must be specified")
      continue
    }
    if !["In", "NotIn"].contains(codes["operator"].text) {
      problems.unsupported(codes["operator"], ["In", "NotIn"])
    }
  }
}

/// Whether mounts of the container and of its node show on the other side; paths name no mount.
private func checkPropagation(_ way: Place, isPrivileged: Bool, _ problems: inout Problems) {
  guard way.exists else { return }
  let ways = ["Bidirectional", "HostToContainer", "None"]
  if !ways.contains(way.text) { problems.unsupported(way, ways) }
  if way.text == "Bidirectional", !isPrivileged {
    problems.forbidden(
      way,
      "Bidirectional mount propagation is available only to privileged containers",
    )
  }
}

/// The members of a security context, in the order and under the names of Go's struct.
private let goNames: [(key: String, goName: String)] = [
  ("capabilities", "Capabilities"), ("privileged", "Privileged"),
  ("seLinuxOptions", "SELinuxOptions"), ("windowsOptions", "WindowsOptions"),
  ("runAsUser", "RunAsUser"), ("runAsGroup", "RunAsGroup"), ("runAsNonRoot", "RunAsNonRoot"),
  ("readOnlyRootFilesystem", "ReadOnlyRootFilesystem"),
  ("allowPrivilegeEscalation", "AllowPrivilegeEscalation"), ("procMount", "ProcMount"),
  ("seccompProfile", "SeccompProfile"), ("appArmorProfile", "AppArmorProfile"),
]

/// Privileges that contradict each other are refused with the whole context, under Go's names.
private func checkContainerSecurity(_ context: Place, _ problems: inout Problems) {
  checkSecurity(context, &problems)
  guard context["allowPrivilegeEscalation"].value == false else { return }
  let shown = JSON.object(
    JSONObject(goNames.map { ($0.goName, context[$0.key].value ?? .null) })
  )
  if context["privileged"].isTrue {
    problems.invalid(
      context,
      "cannot set `allowPrivilegeEscalation` to false and `privileged` to true",
      showing: shown,
    )
  }
  let added = context["capabilities"]["add"].items.map(\.text)
  if added.contains("SYS_ADMIN") || added.contains("CAP_SYS_ADMIN") {
    problems.invalid(
      context,
      "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN",
      showing: shown,
    )
  }
}
