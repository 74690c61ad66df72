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

/// A volume comes from one source, and each source has what it cannot do without.
private func checkSource(of volume: Place, _ problems: inout Problems) {
  // The server looks at the sources in an order of its own; it objects to each but the first.
  let order = [
    "emptyDir", "hostPath", "gcePersistentDisk", "gitRepo", "awsElasticBlockStore", "secret",
    "nfs", "iscsi", "glusterfs", "flexVolume", "configMap", "downwardAPI", "persistentVolumeClaim",
    "projected", "csi", "ephemeral", "image",
  ]
  let sources = order.filter { volume[$0].exists }
  for extra in sources.dropFirst() {
    problems.forbidden(volume[extra], "may not specify more than 1 volume type")
  }
  // One without any source has been given an empty directory by now.
  switch sources.first {
  case "secret":
    if volume["secret"]["secretName"].isEmpty { problems.required(volume["secret"]["secretName"]) }
    checkItems(volume["secret"], &problems)
  case "configMap":
    if volume["configMap"]["name"].isEmpty { problems.required(volume["configMap"]["name"]) }
    checkItems(volume["configMap"], &problems)
  case "persistentVolumeClaim":
    let name = volume["persistentVolumeClaim"]["claimName"]
    if name.isEmpty { problems.required(name) }
  case "emptyDir":
    let size = volume["emptyDir"]["sizeLimit"]
    if let amount = try? Quantity(size.text), amount < .zero {
      problems.forbidden(size, "SizeLimit field must be a valid resource quantity")
    }
  case "hostPath":
    if volume["hostPath"]["path"].isEmpty { problems.required(volume["hostPath"]["path"]) }
  case "projected":
    for source in volume["projected"]["sources"].items { checkProjection(source, &problems) }
  default: return
  }
}

/// The keys of a Secret or ConfigMap that become files, and their modes.
private func checkItems(_ source: Place, _ problems: inout Problems) {
  if let mode = source["defaultMode"].number, !(0...0o777).contains(mode) {
    problems.invalid(
      source["defaultMode"],
      "must be a number between 0 and 0777 (octal), both inclusive",
    )
  }
  for item in source["items"].items {
    for key in ["key", "path"] where item[key].isEmpty { problems.required(item[key]) }
    let path = item["path"].text
    if path.hasPrefix("/") { problems.invalid(item["path"], "must be a relative path") }
    if path.split(separator: "/").contains("..") {
      problems.invalid(item["path"], "must not contain '..'")
    }
  }
}

/// A part of a volume that is put together from several sources.
private func checkProjection(_ source: Place, _ problems: inout Problems) {
  for kind in ["secret", "configMap"] where source[kind].exists {
    if source[kind]["name"].isEmpty { problems.required(source[kind]["name"]) }
    checkItems(source[kind], &problems)
  }
  let token = source["serviceAccountToken"]
  guard token.exists else { return }
  if let seconds = token["expirationSeconds"].number, seconds < 600 {
    problems.invalid(token["expirationSeconds"], "may not specify a duration less than 10 minutes")
  }
  if token["path"].isEmpty { problems.required(token["path"]) }
}
