import JSON

/// The defaults of a Pod's spec, as every workload's template has them.
func defaultPodSpec(_ spec: inout JSONObject) {
  spec.editEach("initContainers", defaultContainer)
  spec.editEach("containers", defaultContainer)
  spec.editEach("volumes", defaultVolume)
  // Each of these is written out although nobody asked: that is how drift is told from defaults.
  spec.fill("restartPolicy", "Always")
  spec.fill("terminationGracePeriodSeconds", 30)
  spec.fill("dnsPolicy", "ClusterFirst")
  // The same under an older name, which counts only where the newer one is not there.
  if let name = spec["serviceAccountName"] ?? spec["serviceAccount"] {
    spec["serviceAccountName"] = name
    spec["serviceAccount"] = name
  }
  spec.fill("securityContext", [:])
  spec.fill("schedulerName", "default-scheduler")
}

/// The defaults of a container, of those that run first too.
private func defaultContainer(_ container: inout JSONObject) {
  container.editEach("ports") { $0.fill("protocol", "TCP") }
  container.editEach("env") { variable in
    variable.edit("valueFrom", defaultOwnField)
  }
  container.fill("resources", [:])
  for probe in ["livenessProbe", "readinessProbe", "startupProbe"] {
    container.edit(probe, defaultProbe)
  }
  container.fill("terminationMessagePath", "/dev/termination-log")
  container.fill("terminationMessagePolicy", "File")
  container.fill("imagePullPolicy", pullPolicy(container["image"]?.stringValue ?? ""))
}

/// The version of a field of the pod, and the unit of an amount of the container.
private func defaultOwnField(_ source: inout JSONObject) {
  source.edit("fieldRef") { $0.fill("apiVersion", "v1") }
  source.edit("resourceFieldRef") { $0.fill("divisor", "0") }
}

/// An image without a tag, or with the tag `latest`, may change under its name.
private func pullPolicy(_ image: String) -> JSON {
  // What is no reference to an image has no tag either.
  guard isReference(image) else { return "IfNotPresent" }
  let name = image.split(separator: "/").last ?? ""
  if name.contains("@") { return "IfNotPresent" }
  guard let colon = name.lastIndex(of: ":") else { return "Always" }
  return name[colon...] == ":latest" ? "Always" : "IfNotPresent"
}

/// Whether a text can be the name of an image: parts of small letters, which marks only join.
private func isReference(_ image: String) -> Bool {
  let name = image.split(separator: "@", maxSplits: 1).first ?? ""
  let isSpelled = image.utf8.allSatisfy { byte in
    let scalar = Unicode.Scalar(byte)
    return scalar.properties.isAlphabetic && scalar.isASCII
      || "0123456789._-/:@+".utf8.contains(byte)
  }
  guard isSpelled, name.utf8.count <= 255 else { return false }
  var parts = name.split(separator: "/", omittingEmptySubsequences: false)
  // The first part may be a host with a port, the last one has the tag.
  if parts.count > 1, parts[0].contains(where: { ".:".contains($0) }) { parts.removeFirst() }
  guard let last = parts.popLast() else { return false }
  parts.append(last.prefix { $0 != ":" })
  return parts.allSatisfy { part in
    guard let first = part.first, let last = part.last else { return false }
    return ![first, last].contains { "._-".contains($0) } && !part.contains(where: \.isUppercase)
  }
}

/// The defaults of a probe; only what it does is never filled in.
private func defaultProbe(_ probe: inout JSONObject) {
  probe.edit("httpGet") {
    $0.fill("path", "/")
    $0.fill("scheme", "HTTP")
  }
  probe.fill("timeoutSeconds", 1)
  probe.fill("periodSeconds", 10)
  probe.fill("successThreshold", 1)
  probe.fill("failureThreshold", 3)
}

/// The defaults of a volume: one without a source is an empty directory.
private func defaultVolume(_ volume: inout JSONObject) {
  for source in ["secret", "configMap", "projected", "downwardAPI"] {
    volume.edit(source) { $0.fill("defaultMode", 420) }
  }
  volume.edit("downwardAPI") { $0.editEach("items", defaultOwnField) }
  volume.edit("hostPath") { $0.fill("type", "") }
  // A name alone is no source.
  if volume.allSatisfy({ $0.key == "name" }) { volume["emptyDir"] = [:] }
  volume.edit("projected") { projected in
    projected.editEach("sources") { source in
      source.edit("serviceAccountToken") { $0.fill("expirationSeconds", 3600) }
      source.edit("downwardAPI") { $0.editEach("items", defaultOwnField) }
    }
  }
}
