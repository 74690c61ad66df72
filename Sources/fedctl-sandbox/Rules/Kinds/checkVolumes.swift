import JSON

/// The volumes of a pod; returns the names of those that can be mounted.
func checkVolumes(_ volumes: Place, _ problems: inout Problems) -> Set<String> {
  var names: Set<String> = []
  for volume in volumes.items {
    let name = volume["name"]
    var found = Problems()
    checkSource(of: volume, &found)
    if name.isEmpty {
      found.required(name)
    } else {
      found.invalid(name, labelProblems(name.text))
      if names.contains(name.text) { found.duplicate(name) }
    }
    // What is wrong with a volume makes its mounts look for one that is not there.
    if found.isEmpty { names.insert(name.text) }
    problems.add(found)
  }
  return names
}

/// The sources in the order in which the server looks at them, with what each cannot do without.
///
/// The server objects to each source but the first.
private let sources: [(kind: String, required: [String])] = [
  ("emptyDir", []), ("hostPath", ["path"]), ("gitRepo", ["repository"]),
  ("gcePersistentDisk", ["pdName"]), ("awsElasticBlockStore", ["volumeID"]),
  ("secret", ["secretName"]), ("nfs", ["server", "path"]), ("iscsi", ["targetPortal", "iqn"]),
  ("glusterfs", ["endpoints", "path"]), ("flocker", []), ("persistentVolumeClaim", ["claimName"]),
  ("rbd", ["monitors", "image"]), ("cinder", ["volumeID"]), ("cephfs", ["monitors"]),
  ("quobyte", ["registry", "volume"]), ("downwardAPI", []), ("fc", []), ("flexVolume", ["driver"]),
  ("configMap", ["name"]), ("azureFile", ["secretName", "shareName"]),
  ("vsphereVolume", ["volumePath"]), ("photonPersistentDisk", ["pdID"]),
  ("portworxVolume", ["volumeID"]), ("azureDisk", ["diskName", "diskURI"]), ("storageos", []),
  ("projected", []), ("scaleIO", ["gateway", "system", "volumeName"]), ("csi", ["driver"]),
  ("ephemeral", ["volumeClaimTemplate"]), ("image", []),
]

/// Two sources have another name where the server objects to them beside another.
private let extraNames = ["downwardAPI": "downwarAPI", "cephfs": "cephFS"]

/// A volume comes from one source, and each source has what it cannot do without.
private func checkSource(of volume: Place, _ problems: inout Problems) {
  let set = sources.filter { volume[$0.kind].exists }
  for extra in set.dropFirst() {
    problems.forbidden(
      volume[extraNames[extra.kind] ?? extra.kind],
      "may not specify more than 1 volume type",
    )
  }
  // One without any source has been given an empty directory by now.
  guard let first = set.first else { return }
  let source = volume[first.kind]
  for key in first.required where source[key].isEmpty { problems.required(source[key]) }
  checkDetails(of: source, first.kind, &problems)
}

/// What is asked of a source beyond what it cannot do without.
private func checkDetails(of source: Place, _ kind: String, _ problems: inout Problems) {
  switch kind {
  case "secret", "configMap": checkItems(source, &problems)
  case "emptyDir":
    if let amount = try? Quantity(source["sizeLimit"].text), amount < .zero {
      problems.forbidden(
        source["sizeLimit"],
        "SizeLimit field must be a valid resource quantity",
      )
    }
  case "hostPath": checkHostPath(source, &problems)
  case "nfs":
    if !source["path"].text.hasPrefix("/") {
      problems.invalid(
        source["path"],
        "must be an absolute path",
        showing: .string(source["path"].text),
      )
    }
  case "flocker":
    if source["datasetName"].isEmpty, source["datasetUUID"].isEmpty {
      problems.required(source, "one of datasetName and datasetUUID is required")
    }
  case "fc":
    if source["targetWWNs"].isEmpty, source["wwids"].isEmpty {
      problems.required(
        source["targetWWNs"],
        "must specify either targetWWNs or wwids, but not both",
      )
    }
  case "downwardAPI": checkOwnFields(source, &problems)
  case "projected":
    for part in source["sources"].items { checkProjection(part, of: source, &problems) }
  default: return
  }
}

/// A place on the node, and what is to be there.
private func checkHostPath(_ source: Place, _ problems: inout Problems) {
  if source["path"].text.split(separator: "/").contains("..") {
    problems.invalid(source["path"], "must not contain '..'")
  }
  problems.check(
    source["type"],
    oneOf: [
      "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate",
      "Socket",
    ],
  )
}

/// Files that say something of the pod itself.
private func checkOwnFields(_ source: Place, _ problems: inout Problems) {
  checkMode(source["defaultMode"], &problems)
  // Paths do not say which item it is.
  for item in source["items"].items.map({ $0.renamed(source.path) }) {
    if item["path"].isEmpty { problems.required(item["path"]) }
    checkLocal(item["path"], &problems)
    checkMode(item["mode"], &problems)
    if item["fieldRef"].exists {
      checkFieldPath(item["fieldRef"]["fieldPath"], &problems)
      if item["resourceFieldRef"].exists {
        problems.invalid(
          item,
          "fieldRef and resourceFieldRef can not be specified simultaneously",
          showing: "resource",
        )
      }
    } else if item["resourceFieldRef"].exists {
      checkResourceField(item["resourceFieldRef"], namesContainer: true, &problems)
    } else {
      problems.required(item, "one of fieldRef and resourceFieldRef is required")
    }
  }
}

/// Who may do what with a file.
private func checkMode(_ mode: Place, _ problems: inout Problems) {
  guard let number = mode.number, !(0...0o777).contains(number) else { return }
  problems.invalid(mode, "must be a number between 0 and 0777 (octal), both inclusive")
}

/// A path that stays in its volume.
private func checkLocal(_ place: Place, _ problems: inout Problems) {
  let path = place.text
  if path.hasPrefix("/") { problems.invalid(place, "must be a relative path") }
  if path.split(separator: "/").contains("..") {
    problems.invalid(place, "must not contain '..'")
  } else if path.hasPrefix("..") {
    problems.invalid(place, "must not start with '..'")
  }
}

/// The keys of a Secret or ConfigMap that become files, and their modes.
private func checkItems(_ source: Place, _ problems: inout Problems) {
  checkMode(source["defaultMode"], &problems)
  for item in source["items"].items {
    for key in ["key", "path"] where item[key].isEmpty { problems.required(item[key]) }
    checkLocal(item["path"], &problems)
    checkMode(item["mode"], &problems)
  }
}

/// A part of a volume that is put together from several sources.
private func checkProjection(_ part: Place, of source: Place, _ problems: inout Problems) {
  let kinds = [
    "secret", "configMap", "downwardAPI", "serviceAccountToken", "clusterTrustBundle",
    "podCertificate",
  ].filter { part[$0].exists }
  for kind in ["secret", "configMap"] where part[kind].exists {
    if part[kind]["name"].isEmpty { problems.required(part[kind]["name"]) }
    checkItems(part[kind], &problems)
  }
  if part["downwardAPI"].exists { checkOwnFields(part["downwardAPI"], &problems) }
  if part["serviceAccountToken"].exists {
    checkToken(part["serviceAccountToken"], of: source, &problems)
  }
  if kinds.count > 1 { problems.forbidden(part, "may not specify more than 1 volume type") }
}

/// A token that is a file; the path of that is named without the part that it stands in.
private func checkToken(_ token: Place, of source: Place, _ problems: inout Problems) {
  if let seconds = token["expirationSeconds"].number {
    if seconds < 600 {
      problems.invalid(
        token["expirationSeconds"],
        "may not specify a duration less than 10 minutes",
      )
    } else if seconds > 1 << 32 {
      problems.invalid(
        token["expirationSeconds"],
        "may not specify a duration larger than 2^32 seconds",
      )
    }
  }
  let path = token["path"].renamed(source["path"].path)
  if path.isEmpty { problems.required(path) }
  checkLocal(path, &problems)
}
