import JSON

/// StatefulSet: as a Deployment, with claims; of its spec seven fields may change.
///
/// Its name becomes the host name of pods, so it has no dots.
let statefulSetRules = KindRules(
  name: labelProblems,
  check: { object, problems in
    let spec = object["spec"]
    checkUpdates(spec, &problems)
    for key in ["replicas", "minReadySeconds"] {
      problems.notNegative(spec[key])
    }
    problems.notNegative(spec["ordinals"]["start"])
    for key in ["whenDeleted", "whenScaled"] {
      problems.check(
        spec["persistentVolumeClaimRetentionPolicy"][key],
        oneOf: ["Retain", "Delete"],
      )
    }
    if !spec["selector"].exists { problems.required(spec["selector"]) }
    checkWorkloadSelector(spec, "statefulset", &problems)
    let claims = spec["volumeClaimTemplates"].items
    checkWorkloadTemplate(spec, claims: claims, unreadable: "", &problems)
    // The server looks at what the pods bear twice.
    checkTemplateMetadata(spec["template"], &problems)
  },
  checkNew: { object, problems in
    // Of one that is there already no claim may change, so nothing more is said of them.
    for claim in object["spec"]["volumeClaimTemplates"].items {
      checkClaimSpec(claim["spec"], &problems)
    }
    let service = object["spec"]["serviceName"]
    if !service.isEmpty { problems.invalid(service, labelProblems(service.text)) }
  },
  checkChange: { object, live, problems in
    let mutable = [
      "replicas", "ordinals", "template", "updateStrategy", "revisionHistoryLimit",
      "persistentVolumeClaimRetentionPolicy", "minReadySeconds",
    ]
    var (spec, old) = (object["spec"].members, live["spec"].members)
    for key in mutable {
      spec[key] = nil
      old[key] = nil
    }
    guard spec != old else { return }
    problems.forbidden(
      object["spec"],
      "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', "
        + "'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and "
        + "'minReadySeconds' are forbidden",
    )
  },
  warnings: { object in
    let limit = object["spec"]["revisionHistoryLimit"]
    let own =
      limit.number ?? 0 < 0
      ? [
        "\(limit.path): a negative value retains all historical revisions; a value >= 0 is recommended"
      ] : []
    return own + podWarnings(object["spec"]["template"]["spec"])
  },
)

extension Place {
  /// A pod's spec with the volumes that a StatefulSet makes for its claims, before all others.
  ///
  /// So the server looks at it, and so it counts the volumes in its paths.
  func addingVolumes(of claims: [Place]) -> Place {
    var spec = members
    // Which is the name of the StatefulSet's Service, and looked at as that.
    spec["subdomain"] = nil
    guard !claims.isEmpty else { return Place(.object(spec), at: path) }
    var names: [String] = []
    for claim in claims where !names.contains(claim["metadata"]["name"].text) {
      names.append(claim["metadata"]["name"].text)
    }
    let made = names.map { name -> JSON in
      ["name": .string(name), "persistentVolumeClaim": ["claimName": .string(name)]]
    }
    let others = self["volumes"].items.filter { !names.contains($0["name"].text) }
    spec["volumes"] = .array(made + others.compactMap(\.value))
    return Place(.object(spec), at: path)
  }
}

/// In what order pods come, and how they are replaced.
private func checkUpdates(_ spec: Place, _ problems: inout Problems) {
  let policy = spec["podManagementPolicy"]
  if !["", "OrderedReady", "Parallel"].contains(policy.text) {
    problems.invalid(policy, "must be 'OrderedReady' or 'Parallel'")
  }
  let strategy = spec["updateStrategy"]
  let rolling = strategy["rollingUpdate"]
  switch strategy["type"].text {
  case "OnDelete":
    guard rolling.exists else { return }
    problems.invalid(
      rolling,
      "only allowed for updateStrategy 'RollingUpdate'",
      showing: [
        "Partition": rolling["partition"].value ?? 0,
        "MaxUnavailable": rolling["maxUnavailable"].value ?? .null,
      ],
    )
  case "RollingUpdate":
    problems.notNegative(rolling["partition"])
    checkCountOrShare(rolling["maxUnavailable"], &problems)
    checkNotMoreThanAll(rolling["maxUnavailable"], &problems)
    if rolling["maxUnavailable"].value == 0 {
      problems.invalid(rolling["maxUnavailable"], "cannot be 0")
    }
  default: problems.invalid(strategy, "must be 'RollingUpdate' or 'OnDelete'")
  }
}
