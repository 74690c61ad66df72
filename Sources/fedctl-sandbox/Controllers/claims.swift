import JSON

/// The finalizer that keeps a claim while somebody uses it.
let claimProtection = "kubernetes.io/pvc-protection"

/// What the controllers of volumes do about claims.
extension ClusterState {
  /// A claim is bound once a workload is there whose pods mount it.
  ///
  /// A class that binds at once does not wait for that; one that is not there does, as those of
  /// clouds do.
  mutating func bindClaim(_ claim: JSON) {
    guard claim["status"]?["phase"] == nil else { return }
    let name = claim["spec"]?["storageClassName"]?.stringValue ?? ""
    let mode = object("StorageClass", name, in: "")?["volumeBindingMode"]
    guard mode == "Immediate" || isMounted(claim) else {
      setStatus(["phase": "Pending"], of: claim, by: volumeController)
      return
    }
    bind(claim)
  }

  /// A claim that is to go does so once no workload mounts it.
  mutating func releaseClaim(_ claim: JSON) {
    guard claim.isTerminating, claim.finalizers.contains(claimProtection),
      !isMounted(claim)
    else { return }
    drop(finalizer: claimProtection, of: claim)
  }

  /// The claims that were only kept for a workload that is gone now.
  mutating func releaseClaims(in namespace: String) {
    guard let claims = resource(kind: "PersistentVolumeClaim") else { return }
    for claim in list(claims, in: namespace) { releaseClaim(claim) }
  }

  /// Whether some pod of the namespace uses the claim.
  func isMounted(_ claim: JSON) -> Bool {
    ["Deployment", "StatefulSet"].compactMap { resource(kind: $0) }
      .flatMap { list($0, in: claim.namespace) }
      .contains { $0.mounts(claim) }
  }

  /// The claims that were waiting for a workload.
  mutating func bindClaims(of workload: JSON) {
    guard let claims = resource(kind: "PersistentVolumeClaim") else { return }
    for claim in list(claims, in: workload.namespace)
    where claim["status"]?["phase"] != "Bound" && workload.mounts(claim) { bind(claim) }
  }

  /// A bound claim has a volume of just the size that it asks for.
  private mutating func bind(_ claim: JSON) {
    let size = claim["spec"]?["resources"]?["requests"] ?? [:]
    setStatus(
      [
        "phase": "Bound", "capacity": size, "accessModes": claim["spec"]?["accessModes"] ?? [],
      ],
      of: claim,
      by: volumeController,
    )
  }

  /// Says of a bound claim that asks for more than it has that its volume is growing.
  ///
  /// Whether the class lets it grow was asked when the claim was written.
  mutating func beginGrowth(of claim: JSON) {
    guard claim.isTooSmall, claim["status"]?["conditions"] == nil else { return }
    var status = claim["status"]?.objectValue ?? [:]
    status["allocatedResources"] = claim["spec"]?["resources"]?["requests"]
    status["allocatedResourceStatuses"] = ["storage": "ControllerResizeInProgress"]
    status["conditions"] = [
      ["type": "Resizing", "status": "True", "lastTransitionTime": .string(now)]
    ]
    setStatus(.object(status), of: claim, by: volumeController)
  }

  /// Says that the volume has the size that is asked for by now.
  mutating func finishGrowth(of claim: JSON) {
    guard claim.isTooSmall else { return }
    var status = claim["status"]?.objectValue ?? [:]
    status["capacity"] = claim["spec"]?["resources"]?["requests"]
    status["allocatedResources"] = status["capacity"]
    status["allocatedResourceStatuses"] = nil
    status["conditions"] = nil
    setStatus(.object(status), of: claim, by: volumeController)
  }
}

private let volumeController = "kube-controller-manager"

extension JSON {
  /// Whether a workload's pods have a claim: by name, or made from a template.
  ///
  /// A claim that a StatefulSet has made for pods that are gone since is not mounted any more.
  fileprivate func mounts(_ claim: JSON) -> Bool {
    let volumes = self["spec"]?["template"]?["spec"]?["volumes"]?.arrayValue ?? []
    let isNamed = volumes.contains {
      $0["persistentVolumeClaim"]?["claimName"] == .string(claim.name)
    }
    return isNamed || claimNames.contains(claim.name)
  }

  /// Whether a bound claim asks for more than its volume has.
  fileprivate var isTooSmall: Bool {
    guard self["status"]?["phase"] == "Bound",
      let wanted = try? Quantity(Place(self).requestedStorage.text)
    else { return false }
    let capacity = Place(self)["status"]["capacity"]["storage"].text
    return wanted > (try? Quantity(capacity)) ?? .zero
  }
}
