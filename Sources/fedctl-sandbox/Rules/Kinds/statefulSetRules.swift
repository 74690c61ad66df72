import JSON

/// StatefulSet: as a Deployment, with claims; of its spec seven fields may change.
///
/// Its name becomes the host name of pods, so it has no dots.
let statefulSetRules = KindRules(
  name: labelProblems,
  check: { object, problems in
    let spec = object["spec"]
    checkUpdates(spec, &problems)
    for key in ["replicas", "minReadySeconds", "revisionHistoryLimit"] {
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
    // Their names are volumes of the pods, which no pod's spec lists.
    let claims = spec["volumeClaimTemplates"].items
    for claim in claims { checkClaimSpec(claim["spec"], &problems) }
    let names = Set(claims.map { $0["metadata"]["name"].text })
    checkWorkloadTemplate(spec, claims: names, &problems)
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
  warnings: { podWarnings($0["spec"]["template"]["spec"]) },
)

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
