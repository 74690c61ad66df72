import JSON

/// In the order in which the server lists them.
private let accessModes = [
  "ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod",
]

/// PersistentVolumeClaim: what is asked for, and that it hardly changes.
let claimRules = KindRules(
  check: { object, problems in checkClaimSpec(object["spec"], &problems) },
  checkChange: checkClaimChange,
)

/// The spec of a claim, or of a template for claims.
func checkClaimSpec(_ spec: Place, _ problems: inout Problems) {
  let modes = spec["accessModes"]
  if modes.isEmpty { problems.required(modes, "at least 1 access mode is required") }
  for mode in modes.items where !accessModes.contains(mode.text) {
    problems.unsupported(modes, accessModes, showing: mode.value)
  }
  if modes.items.count > 1, modes.items.contains(where: { $0.text == "ReadWriteOncePod" }) {
    problems.forbidden(
      modes,
      "may not use ReadWriteOncePod with other access modes",
    )
  }
  checkSelector(spec["selector"], &problems)
  checkSize(spec["resources"], &problems)
  let className = spec["storageClassName"]
  if !className.isEmpty { problems.invalid(className, subdomainProblems(className.text)) }
  problems.check(pointer: spec["volumeMode"], oneOf: ["Block", "Filesystem"])
  for key in ["dataSource", "dataSourceRef"] where spec[key].exists {
    checkDataSource(spec[key], &problems)
  }
  guard spec["dataSource"].exists, spec["dataSourceRef"].exists else { return }
  if spec["dataSource"].value != spec["dataSourceRef"].value {
    problems.invalid(spec, "must match dataSourceRef")
  }
}

/// What a claim is filled from: an object of some group, or another claim.
private func checkDataSource(_ source: Place, _ problems: inout Problems) {
  for key in ["name", "kind"] where source[key].isEmpty { problems.required(source[key]) }
  let group = source["apiGroup"]
  if group.isEmpty {
    guard source["kind"].text != "PersistentVolumeClaim" else { return }
    problems.invalid(
      source,
      "must be 'PersistentVolumeClaim' when referencing the default apiGroup",
      showing: .string(source["kind"].text),
    )
  } else {
    problems.invalid(group, subdomainProblems(group.text))
  }
}

/// How much is asked for; paths name the entry without its `requests`.
private func checkSize(_ resources: Place, _ problems: inout Problems) {
  let asked = resources["requests"]["storage"]
  let size = asked.renamed("\(resources.path)[storage]")
  guard size.exists else { return problems.required(size) }
  guard let amount = try? Quantity(size.text), amount <= .zero else { return }
  problems.invalid(size, "must be greater than zero")
}

/// Of a claim that is bound the size may grow; of one without a class, the class may be set.
private func checkClaimChange(_ object: Place, _ live: Place, _ problems: inout Problems) {
  var (spec, old) = (object["spec"].members, live["spec"].members)
  // The volume is set by whoever binds the claim, and a class by whoever makes one the default
  // later.
  if old["volumeName"] == nil { spec["volumeName"] = nil }
  if old["storageClassName"] == nil { spec["storageClassName"] = nil }
  if live["status"]["phase"].text == "Bound" {
    spec["volumeAttributesClassName"] = old["volumeAttributesClassName"]
    // Whether the size may be another is looked at below, and by `checkExpansion`.
    spec["resources"] = old["resources"]
  }
  if spec != old {
    problems.forbidden(
      object["spec"],
      "spec is immutable after creation except resources.requests and volumeAttributesClassName "
        + "for bound claims",
    )
  }
  checkShrinking(object, live, &problems)
  // The server names this one without its `spec`.
  checkImmutable(
    object["spec"]["volumeMode"].renamed("volumeMode"),
    live["spec"]["volumeMode"],
    &problems,
  )
}

/// A size that was asked for in vain may be taken back, down to what the volume has not reached.
private func checkShrinking(_ object: Place, _ live: Place, _ problems: inout Problems) {
  let size = object.requestedStorage
  let capacity = live["status"]["capacity"]["storage"].text
  // Nothing asked for is less than anything.
  guard let wanted = size.exists ? try? Quantity(size.text) : .zero,
    let before = try? Quantity(live.requestedStorage.text), wanted < before,
    wanted <= (try? Quantity(capacity)) ?? .zero
  else { return }
  problems.forbidden(size, "field can not be less than status.capacity")
}

extension Place {
  /// The members of the object here; none where there is none.
  var members: JSONObject { value?.objectValue ?? [:] }

  /// The size that a claim asks for.
  var requestedStorage: Place { self["spec"]["resources"]["requests"]["storage"] }
}
