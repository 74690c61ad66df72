import JSON

/// Pod: its spec, of which little may change while it runs.
let podRules = KindRules(
  check: { object, problems in checkPodSpec(object["spec"], &problems) },
  checkChange: { object, live, problems in
    // Of a running pod little may change; images are what people try.
    let mutable = ["containers", "initContainers", "activeDeadlineSeconds", "tolerations"]
    var (spec, old) = (object["spec"].members, live["spec"].members)
    for key in mutable + ["terminationGracePeriodSeconds"] {
      spec[key] = nil
      old[key] = nil
    }
    guard spec != old else { return }
    problems.forbidden(
      object["spec"],
      "pod updates may not change fields other than `spec.containers[*].image`,"
        + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only "
        + "additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be "
        + "set to 1 if it was previously negative)",
    )
  },
)

/// A template for pods.
///
/// The problems of its labels are reported without the word `metadata`, as the server does.
func checkPodTemplate(_ template: Place, _ problems: inout Problems) {
  checkTemplateMetadata(template, &problems)
  checkPodSpec(template["spec"], &problems)
}

/// What the pods of a template bear.
func checkTemplateMetadata(_ template: Place, _ problems: inout Problems) {
  let metadata = template["metadata"]
  checkLabels(metadata["labels"].renamed("\(template.path).labels"), &problems)
  checkAnnotations(metadata["annotations"].renamed("\(template.path).annotations"), &problems)
}

/// The spec of a pod, or of a template for pods.
func checkPodSpec(_ spec: Place, _ problems: inout Problems) {
  let volumes = checkVolumes(spec["volumes"], &problems)
  checkContainers(spec, volumes, &problems)
  problems.check(spec["restartPolicy"], oneOf: ["Always", "OnFailure", "Never"])
  problems.check(
    spec["dnsPolicy"],
    oneOf: ["ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"],
  )
  checkLabels(spec["nodeSelector"], &problems)
  checkSecurity(spec["securityContext"], &problems)
  for key in ["serviceAccountName", "priorityClassName", "nodeName"] where !spec[key].isEmpty {
    problems.invalid(spec[key], subdomainProblems(spec[key].text))
  }
  // These are pointers in Go: an empty name is a bad one.
  for key in ["runtimeClassName", "hostnameOverride"] where spec[key].exists {
    problems.invalid(spec[key], subdomainProblems(spec[key].text))
  }
  for key in ["hostname", "subdomain"] where !spec[key].isEmpty {
    problems.invalid(spec[key], labelProblems(spec[key].text))
  }
  for alias in spec["hostAliases"].items {
    checkAddress(alias["ip"], &problems)
    for name in alias["hostnames"].items {
      problems.invalid(name, subdomainProblems(name.text))
    }
  }
  problems.check(pointer: spec["preemptionPolicy"], oneOf: ["PreemptLowerPriority", "Never"])
  checkScheduling(spec, &problems)
  checkResolver(spec, &problems)
  checkPodParts(spec, &problems)
}

/// Who a pod or a container runs as.
func checkSecurity(_ context: Place, _ problems: inout Problems) {
  for key in ["runAsUser", "runAsGroup", "fsGroup"] {
    checkIdentity(context[key], &problems)
  }
  for group in context["supplementalGroups"].items { checkIdentity(group, &problems) }
  problems.check(
    context["fsGroupChangePolicy"],
    oneOf: ["Always", "OnRootMismatch"],
  )
  problems.check(pointer: context["seLinuxChangePolicy"], oneOf: ["Recursive"])
  checkProfile(context["seccompProfile"], "seccomp", showsProfile: true, &problems)
  checkProfile(context["appArmorProfile"], "AppArmor", showsProfile: false, &problems)
}

/// What the kernel lets a process do: as a file on the node says, which goes with one type alone.
private func checkProfile(
  _ profile: Place,
  _ kind: String,
  showsProfile: Bool,
  _ problems: inout Problems,
) {
  guard profile.exists else { return }
  let (type, file) = (profile["type"], profile["localhostProfile"])
  if type.isEmpty { problems.required(type, "type is required when the profile is set") }
  problems.check(type, oneOf: ["Localhost", "RuntimeDefault", "Unconfined"])
  if type.text == "Localhost" {
    if file.isEmpty { problems.required(file, "must be set when \(kind) type is Localhost") }
  } else if file.exists {
    let whole: JSON = [
      "Type": .string(type.text), "LocalhostProfile": .string(file.text),
    ]
    problems.invalid(
      file,
      "can only be set when \(kind) type is Localhost",
      showing: showsProfile ? whole : file.value,
    )
  }
}

/// The number of a user or a group.
private func checkIdentity(_ place: Place, _ problems: inout Problems) {
  guard let number = place.number, !(0...2_147_483_647).contains(number) else { return }
  problems.invalid(place, "must be between 0 and 2147483647, inclusive")
}
