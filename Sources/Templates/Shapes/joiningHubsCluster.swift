import Fleet
import JSON
import Objects

/// The manifests with each object once that both the hub and its own cluster ask for, as the namespace, and with an
/// inventory that tells of all.
///
/// Such an object is the hub's, which is rendered first: it stays when the cluster leaves the fleet. It gets what only
/// the cluster wants of it, as the namespace of a node exporter the level of pod security.
func joiningHubsCluster(_ manifests: [Manifest], of fleet: Fleet) -> [Manifest] {
  guard fleet.hubsCluster != nil else { return manifests }
  var places: [ObjectReference: Int] = [:]
  var joined: [Manifest] = []
  for manifest in manifests {
    guard let place = places[manifest.reference] else {
      places[manifest.reference] = joined.count
      joined.append(manifest)
      continue
    }
    joined[place].body = joined[place].body.stating(manifest.withoutMark.body)
  }
  let site = Site(fleet.hub, of: fleet)
  guard let place = places[site.inventory] else { return joined }
  let members = joined.filter {
    $0.reference.cluster == site.cluster && $0.reference != site.inventory
  }
  let annotations: JSON = ["annotations": .map(site.inventoryAnnotations(members))]
  joined[place].body = joined[place].body.merging(["metadata": annotations])
  return joined
}

extension Manifest {
  /// Without what tells that it is there for one cluster alone.
  fileprivate var withoutMark: Manifest {
    guard var labels = body["metadata"]?["labels"]?.objectValue else { return self }
    labels[WellKnown.managedCluster] = nil
    var manifest = self
    manifest.body = body.setting(FieldPath(keys: "metadata", "labels"), to: .object(labels))
    return manifest
  }
}
