import Fleet
import JSON
import Objects

/// The manifests with their images from where the fleet file says of the cluster that they are for, and the Secrets with
/// which pods pull them.
func pullingImages(_ manifests: [Manifest], of fleet: Fleet) -> [Manifest] {
  let owners =
    [(fleet.hub.name, fleet.hub.surroundings.images)]
    + fleet.clusters.map { ($0.name, $0.surroundings.images) }
  let images = Dictionary(owners) { $1 }.filter { $0.value != Images() }
  guard !images.isEmpty else { return manifests }
  return manifests.map { manifest in
    guard let images = images[manifest.owner],
      let place = manifest.reference.kind.placeOfPods
    else { return manifest }
    var manifest = manifest
    let pods = (manifest.body[place] ?? [:]).naming(images)
    manifest.body = manifest.body.setting(place, to: pods.pulling(images.pullSecrets))
    return manifest
  }
}

extension ResourceKind {
  /// Where an object says what its pods are like; nil for one that runs none, or whose operator decides.
  fileprivate var placeOfPods: FieldPath? {
    switch self {
    case .deployment, .statefulSet, .daemonSet: FieldPath(keys: "spec", "template", "spec")
    case .prometheus: FieldPath(keys: "spec")
    default: nil
    }
  }
}

extension JSON {
  /// With every image under the name under which it is pulled, those among them that an operator is told of by flags.
  fileprivate func naming(_ images: Images) -> JSON {
    switch self {
    case .object(let members):
      .object(
        JSONObject(
          members.map { member in
            guard member.key == "image", let image = member.value.stringValue else {
              return (member.key, member.value.naming(images))
            }
            return (member.key, .string(images.name(of: image)))
          }
        )
      )
    case .array(let elements): .array(elements.map { $0.naming(images) })
    case .string(let text): .string(Self.naming(images, flag: text))
    case .null, .bool, .integer, .double: self
    }
  }

  /// A flag of the Prometheus operator that names an image.
  private static func naming(_ images: Images, flag: String) -> String {
    let parts = flag.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, imageFlags.contains(String(parts[0])) else { return flag }
    return "\(parts[0])=\(images.name(of: String(parts[1])))"
  }

  private static let imageFlags = [
    "--prometheus-config-reloader", "--prometheus-default-base-image",
    "--alertmanager-default-base-image", "--thanos-default-base-image",
  ]

  /// A pod that pulls with these Secrets.
  fileprivate func pulling(_ secrets: [String]) -> JSON {
    guard !secrets.isEmpty else { return self }
    let references = secrets.map { JSON.object(["name": .string($0)]) }
    return setting(FieldPath(keys: "imagePullSecrets"), to: .array(references))
  }
}
