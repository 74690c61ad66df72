import JSON
import YAML

/// A mapping of the file that a cluster has settings from.
struct SettingLayer {
  /// Which of them.
  enum Owner: Hashable {
    case cluster
    case group(String)
    case defaults
  }

  let owner: Owner
  let node: Node
}

extension FleetSource {
  /// Where a cluster's settings stand, what wins first: its own keys, its groups from the last to the first, the defaults.
  func layers(of cluster: Node) -> [SettingLayer] {
    let groups = Self.groups(of: cluster).reversed().compactMap { name in
      root["groups"]?[name].map { SettingLayer(owner: .group(name), node: $0) }
    }
    let defaults = root["defaults"].map { SettingLayer(owner: .defaults, node: $0) }
    return [SettingLayer(owner: .cluster, node: cluster)] + groups + [defaults].compactMap(\.self)
  }

  /// What stands at a place of a cluster's settings: in its own keys, or else where it has them from.
  func setting(_ keys: String..., of cluster: Node) -> Node? {
    layers(of: cluster).lazy.compactMap { layer in
      keys.reduce(layer.node) { node, key in node?[key] }
    }.first
  }

  /// The mappings that several clusters have settings from: the defaults and every group.
  var sharedSettings: [Node] {
    [root["defaults"]].compactMap(\.self) + (root["groups"]?.pairs ?? []).map(\.value)
  }

  /// The groups that a cluster says it is in, in its order.
  static func groups(of cluster: Node) -> [String] {
    (cluster["groups"]?.elements ?? []).compactMap { $0.scalar?.text }
  }
}

extension JSONObject {
  /// The clusters of a file, each with the settings of its groups and the defaults merged under its own.
  ///
  /// The defaults come first, then the groups in the order in which the cluster names them, then its own keys: mappings
  /// are merged key by key, and of lists and values the later one counts.
  var mergedClusters: JSON? {
    guard let clusters = self["clusters"]?.arrayValue else { return nil }
    return .array(
      clusters.map { cluster in
        let groups = (cluster["groups"]?.arrayValue ?? []).compactMap(\.stringValue)
        let layers = groups.compactMap { self["groups"]?[$0] } + [cluster]
        return layers.reduce(self["defaults"]) { $1.merged(over: $0) } ?? cluster
      }
    )
  }
}
