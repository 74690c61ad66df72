import Fleet
import JSON
import Objects

/// The manifests with the labels and annotations that the fleet file wants of everything, behind fedctl's own.
///
/// Selectors and claims' templates stay as they are, for they can never change; and so do objects that others write, too.
func labelling(_ manifests: [Manifest], of fleet: Fleet) -> [Manifest] {
  let wishes = [fleet.hub.name: fleet.hub.surroundings.metadata].merging(
    fleet.clusters.map { ($0.name, $0.surroundings.metadata) }
  ) { $1 }
  return manifests.map { manifest in
    guard let wish = wishes[manifest.owner], !wish.isEmpty,
      manifest.sharedText == nil
    else { return manifest }
    var manifest = manifest
    manifest.body = manifest.body.stating(["metadata": wish.json(of: manifest.reference.kind)])
    if let place = manifest.reference.kind.placeOfPodMetadata {
      let pods = manifest.body[place] ?? [:]
      manifest.body = manifest.body.setting(place, to: pods.stating(wish.json(of: nil)))
    }
    return manifest
  }
}

extension CommonMetadata {
  /// What an object of a kind bears; nil stands for pods.
  fileprivate func json(of kind: ResourceKind?) -> JSON {
    let isNamespace = kind == .namespace
    return .fields([
      "labels": .map(isNamespace ? labels.merging(namespaceLabels) { $1 } : labels),
      "annotations": .map(
        isNamespace ? annotations.merging(namespaceAnnotations) { $1 } : annotations
      ),
    ])
  }
}

extension ResourceKind {
  /// Where an object says what its pods bear; nil for one that runs none, or has no word for it.
  fileprivate var placeOfPodMetadata: FieldPath? {
    switch self {
    case .deployment, .statefulSet, .daemonSet: FieldPath(keys: "spec", "template", "metadata")
    case .prometheus: FieldPath(keys: "spec", "podMetadata")
    default: nil
    }
  }
}
