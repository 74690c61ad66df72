import JSON

extension Readiness {
  /// Ready as soon as it is there, but for a bound one whose volume is still growing: who binds a claim is
  /// whoever mounts it, which comes after it.
  static func persistentVolumeClaim(_ object: JSON) -> Readiness {
    guard let wanted = object["spec"]?["resources"]?["requests"]?["storage"]?.stringValue,
      let has = object["status"]?["capacity"]?["storage"]?.stringValue,
      let goal = StorageSize(wanted), let size = StorageSize(has), size < goal
    else { return .ready }
    let waitsForPod = object.conditions.contains {
      $0.type == "FileSystemResizePending" && $0.isTrue
    }
    return .waiting(.growing(from: has, to: wanted, waitsForPod: waitsForPod))
  }
}
