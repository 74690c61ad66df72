import JSON

/// In bytes, for all keys and values together.
private let annotationLimit = 262_144
/// What has no prefix and is known all the same.
private let standardFinalizers: Set = [
  "kubernetes", "foregroundDeletion", "orphan",
]

/// What every kind's metadata has to be like.
///
/// Of a new object everything is said once; of a change several times, since the server's layers
/// all look at it.
func checkMetadata(
  _ object: JSON,
  _ resource: Resource,
  _ name: NameRule,
  isNew: Bool,
  _ problems: inout Problems,
) {
  let metadata = Place(object)["metadata"]
  // Not all kinds look at the whole of it again.
  if isNew || resource.looksAtMetadata == 4, metadata["generateName"].exists {
    problems.invalid(metadata["generateName"], name(prefixStem(metadata["generateName"].text)))
  }
  if metadata["name"].isEmpty {
    problems.required(metadata["name"], "name or generateName is required")
  } else {
    problems.invalid(metadata["name"], name(metadata["name"].text))
  }
  let looks = isNew ? 1 : resource.looksAtMetadata
  for _ in 0..<looks {
    checkLabels(metadata["labels"], &problems)
    checkAnnotations(metadata["annotations"], &problems)
    checkOwners(metadata["ownerReferences"], &problems)
  }
  // Two of the layers look only at what concerns all kinds alike.
  for _ in 0..<(isNew ? 1 : max(looks - 2, 0)) {
    checkFinalizers(metadata["finalizers"], &problems, isCustom: resource.isCustom)
  }
}

extension Resource {
  /// How many layers of the server look at the metadata of a changed object, as was counted.
  fileprivate var looksAtMetadata: Int {
    let all = [
      "APIService", "ClusterRole", "ClusterRoleBinding", "ConfigMap", "Ingress", "Job", "Namespace",
      "PersistentVolumeClaim", "Role", "RoleBinding", "Secret", "ServiceAccount",
    ]
    if all.contains(kind) { return 4 }
    return kind == "PodDisruptionBudget" ? 2 : 3
  }
}

/// A prefix may end with a dash, since more follows.
private func prefixStem(_ prefix: String) -> String {
  prefix.hasSuffix("-") && prefix.count > 1 ? prefix.dropLast() + "a" : prefix
}

/// Labels, and all that has their form: selectors of nodes and of pods.
///
/// Paths name the map, and the value shown is the key or the value at fault.
func checkLabels(_ labels: Place, _ problems: inout Problems) {
  // Keys and values are shown alone: paths end at the map.
  for (key, place) in labels.entries {
    problems.invalid(labels, qualifiedNameProblems(key), showing: .string(key))
    problems.invalid(labels, labelValueProblems(place.text), showing: .string(place.text))
  }
}

/// Annotations: keys as those of labels but for upper case, values of any form, 256 KiB in all.
func checkAnnotations(_ annotations: Place, _ problems: inout Problems) {
  var size = 0
  for (key, place) in annotations.entries {
    problems.invalid(
      annotations,
      qualifiedNameProblems(key.lowercased()),
      showing: .string(key),
    )
    size += key.utf8.count + place.text.utf8.count
  }
  if size > annotationLimit { problems.tooLong(annotations, bytes: annotationLimit) }
}

/// References to owners; one of them may be the controller.
private func checkOwners(_ owners: Place, _ problems: inout Problems) {
  for owner in owners.items {
    for (key, why) in [
      ("apiVersion", "version must not be empty"), ("kind", "must not be empty"),
      ("name", "must not be empty"), ("uid", "must not be empty"),
    ] where owner[key].isEmpty {
      problems.invalid(owners[key], why, showing: "")
    }
    if owner["apiVersion"].text == "v1", owner["kind"].text == "Event" {
      problems.invalid(
        owners,
        "/v1, Kind=Event is disallowed from being an owner",
        showing: owner.value,
      )
    }
  }
  let controllers = owners.items.filter(\.["controller"].isTrue)
    .map { "\($0["kind"].text)/\($0["name"].text)" }
  guard controllers.count > 1 else { return }
  problems.invalid(
    owners,
    "Only one reference can have Controller set to true. Found \"true\" in references for "
      + "\(controllers[0]) and \(controllers[1])",
  )
}

/// Kinds of definitions may have finalizers without a prefix.
private func checkFinalizers(_ finalizers: Place, _ problems: inout Problems, isCustom: Bool) {
  for finalizer in finalizers.items {
    let words = qualifiedNameProblems(finalizer.text)
    problems.invalid(finalizer, words)
    guard words.isEmpty, !isCustom, !finalizer.text.contains("/"),
      !standardFinalizers.contains(finalizer.text)
    else { continue }
    problems.invalid(
      finalizer,
      "name is neither a standard finalizer name nor is it fully qualified",
    )
  }
  let names = Set(finalizers.items.map(\.text))
  if names.isSuperset(of: ["orphan", "foregroundDeletion"]) {
    problems.invalid(finalizers, "finalizer orphan and foregroundDeletion cannot be both set")
  }
}

/// When an object goes, which only the server says.
let timesOfDeletion = ["deletionTimestamp", "deletionGracePeriodSeconds"]

extension JSON {
  /// This object with each owner named once, and the uids of those that were named again.
  func withDistinctOwners() -> (object: JSON, repeated: [String]) {
    guard let owners = metadata["ownerReferences"]?.arrayValue else { return (self, []) }
    var seen: Set<String> = []
    var repeated: [String] = []
    let kept = owners.filter { owner in
      guard let uid = owner["uid"]?.stringValue, !uid.isEmpty else { return true }
      if seen.insert(uid).inserted { return true }
      repeated.append(uid)
      return false
    }
    guard !repeated.isEmpty else { return (self, []) }
    var object = self
    object.setMetadata("ownerReferences", to: .array(kept))
    return (object, repeated)
  }

  /// What the server advises against in the metadata of any object.
  func metadataWarnings(_ resource: Resource) -> [String] {
    guard resource.isCustom else { return [] }
    return finalizers.filter { name in
      !name.contains("/") && !standardFinalizers.contains(name)
    }.map { name in
      "metadata.finalizers: \(JSON.string(name).text()): prefer a domain-qualified finalizer name "
        + "to avoid accidental conflicts with other finalizer writers"
    }
  }
}

/// What a write may not change of an object's metadata.
func checkMetadataChange(
  _ object: JSON,
  _ live: JSON,
  _ resource: Resource,
  _ problems: inout Problems,
) {
  // Two layers look at the times, one at the uid, and another in kinds that are looked at whole.
  let again = resource.looksAtMetadata == 4 ? ["uid"] : []
  for key in timesOfDeletion + timesOfDeletion + ["uid"] + again {
    checkImmutable(Place(object)["metadata"][key], Place(live)["metadata"][key], &problems)
  }
  guard live.isTerminating else { return }
  let added = object.finalizers.filter { !live.finalizers.contains($0) }
  guard !added.isEmpty else { return }
  let names = added.map { JSON.string($0).text() }.joined(separator: ", ")
  let why =
    "no new finalizers can be added if the object is being deleted, found new finalizers "
    + "[]string{\(names)}"
  // The server says so twice: in its general rules and in those of the update.
  for _ in 0..<2 { problems.forbidden(Place(object)["metadata"]["finalizers"], why) }
}
