import JSON
import Kubernetes
import Objects
import Plan

extension PlanInquiry {
  /// The live state with owners for the fields of those objects of which no managed fields are recorded,
  /// as after an old API server, or where somebody has wiped the record.
  ///
  /// The server itself names the owner, `before-first-apply`, when such an object is applied for the first
  /// time: it is asked with a dry run of nothing but the object's name. Without that, what a hand had put
  /// there would be told, and removed, only by the second apply.
  func recallingOwners(of manifests: [Manifest]) async -> LiveState {
    let unowned = manifests.filter { live[$0.reference]?.metadata.managedFields.isEmpty == true }
    var recalled = live
    await inTurn(unowned, atOnce: clients.maximumParallel) { manifest in
      (manifest.reference, await ownedForm(of: manifest))
    } then: { reference, object in
      if let object { recalled.put(object, at: reference) }
    }
    return recalled
  }

  /// nil where the record is there, or nobody asks for it.
  private func ownedForm(of manifest: Manifest) async -> JSON? {
    let reference = manifest.reference
    guard let object = live[reference], object.metadata.managedFields.isEmpty,
      case .dryRun = live.question(about: live.desired(manifest)),
      let client = clients[reference.cluster],
      let tried = try? await client.apply(
        Manifest(reference).body,
        as: reference,
        ApplyOptions(dryRun: true),
      )
    else { return nil }
    let owners = tried.metadata.managedFields.filter(\.isWrittenByHand)
    return object.setting(FieldPath(keys: "metadata", "managedFields"), to: .array(owners))
  }
}
