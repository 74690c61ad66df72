import JSON

extension ClusterState {
  /// Refuses to let a claim grow whose class does not say that its volumes can.
  ///
  /// What the admission plugin `PersistentVolumeClaimResize` does, which looks at claims that were
  /// found valid already; so one that is not bound never comes as far as here.
  func checkExpansion(
    of object: JSON,
    over live: JSON,
    _ resource: Resource,
  ) throws(APIStatus) {
    guard resource.qualifiedKind == "PersistentVolumeClaim",
      let wanted = try? Quantity(Place(object).requestedStorage.text),
      let before = try? Quantity(Place(live).requestedStorage.text), wanted > before
    else { return }
    let name = live["spec"]?["storageClassName"]?.stringValue ?? ""
    guard self.object("StorageClass", name, in: "")?["allowVolumeExpansion"] != true else { return }
    throw APIStatus(
      code: 403,
      reason: "Forbidden",
      message: "\(resource.qualifiedName) \"\(live.name)\" is forbidden: only dynamically "
        + "provisioned pvc can be resized and the storageclass that provisions the pvc must support "
        + "resize",
      details: APIStatus.details(resource, live.name),
    )
  }
}
