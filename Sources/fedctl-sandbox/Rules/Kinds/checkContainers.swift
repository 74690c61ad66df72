import JSON

/// The containers of a pod; `volumes` are the names that they may mount.
func checkContainers(_ spec: Place, _ volumes: Set<String>, _ problems: inout Problems) {
  let (containers, first) = (spec["containers"], spec["initContainers"])
  if containers.isEmpty { problems.required(containers) }
  problems.unique(containers.items.map { $0["name"] })
  for container in containers.items { checkContainer(container, volumes, &problems) }
  let names = Set(containers.items.map { $0["name"].text })
  // Names are unique among those that run first and those that run on.
  var seen = names
  for container in first.items {
    checkContainer(container, volumes, &problems)
    if !seen.insert(container["name"].text).inserted { problems.duplicate(container["name"]) }
    checkEarly(container, &problems)
  }
}

/// What runs before the others, and ends, is not probed.
private func checkEarly(_ container: Place, _ problems: inout Problems) {
  guard container["restartPolicy"].text != "Always" else { return }
  for key in ["lifecycle", "livenessProbe", "readinessProbe", "startupProbe"]
  where container[key].exists {
    problems.forbidden(
      container[key],
      "may not be set for init containers without restartPolicy=Always",
    )
  }
}

/// One container, wherever it stands in the pod.
private func checkContainer(_ container: Place, _ volumes: Set<String>, _ problems: inout Problems)
{
  let name = container["name"]
  if name.isEmpty {
    problems.required(name)
  } else {
    problems.invalid(name, labelProblems(name.text))
  }
  if container["image"].isEmpty { problems.required(container["image"]) }
  checkLifecycle(container["lifecycle"], &problems)
  for kind in ["livenessProbe", "readinessProbe", "startupProbe"] {
    checkProbe(container[kind], mustPassOnce: kind != "readinessProbe", &problems)
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
  checkContainerSecurity(container["securityContext"], &problems)
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
    checkPropagation(
      mount["mountPropagation"].renamed("\(mounts.path).mountPropagation"),
      isPrivileged: container["securityContext"]["privileged"].isTrue,
      &problems,
    )
  }
  problems.unique(mounts.items.map { $0["mountPath"] }, why: "must be unique")
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
