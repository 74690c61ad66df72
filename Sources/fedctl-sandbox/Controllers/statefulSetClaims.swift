import JSON

/// What the controller of StatefulSets does about the claims of their pods.
extension ClusterState {
  /// Makes the claims that are missing, one for each template and pod, and lets go of those that
  /// the retention policy does not keep.
  ///
  /// A claim that is there is used as it is, whatever its template says by now.
  mutating func makeClaims(of set: JSON) {
    guard !set.isTerminating else { return }
    for (template, ordinal) in set.claimTemplates {
      let name = set.claimName(template, ordinal)
      ensure(
        "PersistentVolumeClaim",
        name,
        for: set,
        in: set.namespace,
        by: setController,
        set.claim(from: template),
      )
      keepOwner(of: name, set)
    }
    if set.retention("whenScaled") == "Delete" { removeClaims(beyond: set) }
  }

  /// The set owns its claims where they are to go with it, and only there.
  private mutating func keepOwner(of claim: String, _ set: JSON) {
    let name = ObjectName(namespace: set.namespace, name: claim)
    guard let live = object("PersistentVolumeClaim", claim, in: set.namespace) else { return }
    let others = (live.metadata["ownerReferences"]?.arrayValue ?? []).filter {
      $0["uid"]?.stringValue != set.uid
    }
    let owners =
      set.retention("whenDeleted") == "Delete" ? others + [ownerReference(to: set)] : others
    edit("PersistentVolumeClaim", name, by: setController) { claim in
      var claim = claim
      claim.setMetadata("ownerReferences", to: owners.isEmpty ? JSON?.none : .array(owners))
      return claim
    }
  }

  /// Deletes the claims of pods that the set has no more.
  private mutating func removeClaims(beyond set: JSON) {
    guard let claims = resource(kind: "PersistentVolumeClaim") else { return }
    for claim in list(claims, in: set.namespace)
    where set.hasMade(claim) && !set.claimNames.contains(claim.name) {
      remove(claim, claims, by: setController)
    }
  }
}

private let setController = "kube-controller-manager"

/// A StatefulSet's claims.
extension JSON {
  /// What the claims of a StatefulSet's pods are called, as `data-thanos-receive-0`; none of others.
  var claimNames: Set<String> {
    Set(claimTemplates.map { claimName($0.template, $0.ordinal) })
  }

  /// Each template with the number of each pod.
  fileprivate var claimTemplates: [(template: JSON, ordinal: Int64)] {
    let spec = self["spec"]
    let start = spec?["ordinals"]?["start"]?.integerValue ?? 0
    // Nobody waits here for more pods than that.
    let count = min(spec?["replicas"]?.integerValue ?? 1, 1_000)
    let templates = spec?["volumeClaimTemplates"]?.arrayValue ?? []
    return templates.flatMap { template in
      (start..<start + max(count, 0)).map { (template, $0) }
    }
  }

  fileprivate func claimName(_ template: JSON, _ ordinal: Int64) -> String {
    "\(template.name)-\(name)-\(ordinal)"
  }

  /// Whether a claim is of one of the set's pods, of this day or an earlier one.
  fileprivate func hasMade(_ claim: JSON) -> Bool {
    (self["spec"]?["volumeClaimTemplates"]?.arrayValue ?? []).contains { template in
      let prefix = "\(template.name)-\(name)-"
      return claim.name.hasPrefix(prefix) && Int64(claim.name.dropFirst(prefix.count)) != nil
    }
  }

  /// What becomes of claims `whenScaled` or `whenDeleted`: `Retain` or `Delete`.
  fileprivate func retention(_ key: String) -> String {
    self["spec"]?["persistentVolumeClaimRetentionPolicy"]?[key]?.stringValue ?? "Retain"
  }

  /// A claim with the labels of its template and those that the set finds its pods by.
  fileprivate func claim(from template: JSON) -> JSON {
    var metadata = template.metadata
    let selected = self["spec"]?["selector"]?["matchLabels"]?.objectValue ?? [:]
    metadata.fill("labels", [:])
    metadata.edit("labels") { labels in
      for label in selected { labels[label.key] = label.value }
    }
    for key in metadata.keys where !["labels", "annotations"].contains(key) { metadata[key] = nil }
    return ["metadata": .object(metadata), "spec": template["spec"] ?? [:]]
  }
}
