import Facts
import JSON
import YAML

/// A mapping of the file that a cluster has settings from.
struct SettingLayer {
  /// Which of them.
  enum Owner: Hashable {
    case cluster
    case group(String)
    case defaults
    /// What the top of the file says for every cluster.
    case file
  }

  let owner: Owner
  let node: Node
}

extension FleetSource {
  /// Where a cluster's settings stand, what wins first: its own keys, its groups from the last to the first, the defaults,
  /// and what the top of the file says for every cluster.
  func layers(of cluster: Node) -> [SettingLayer] {
    let groups = Self.groups(of: cluster).reversed().compactMap { name in
      root["groups"]?[name].map { SettingLayer(owner: .group(name), node: $0) }
    }
    let defaults = root["defaults"].map { SettingLayer(owner: .defaults, node: $0) }
    return [SettingLayer(owner: .cluster, node: cluster)] + groups
      + [defaults].compactMap(\.self) + [surroundings]
  }

  /// The same of the hub, which has no defaults.
  func layers(ofHub hub: Node) -> [SettingLayer] {
    [SettingLayer(owner: .cluster, node: hub), surroundings]
  }

  private var surroundings: SettingLayer {
    let names = Key.surroundings.map(\.name)
    let pairs = (root.pairs ?? []).filter { names.contains($0.key) }
    return SettingLayer(owner: .file, node: Node(.mapping(pairs), at: root.mark))
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

  /// The mappings that several clusters have settings from, each with those clusters: the defaults and every group.
  func sharedSettings<Cluster>(
    of clusters: [Cluster],
    at node: (Cluster) -> Node,
  ) -> [(part: Node, clusters: [Cluster])] {
    let defaults = root["defaults"].map { [(part: $0, clusters: clusters)] } ?? []
    return defaults
      + (root["groups"]?.pairs ?? []).map { group in
        let members = clusters.filter { Self.groups(of: node($0)).contains(group.key) }
        return (part: group.value, clusters: members)
      }
  }

  /// The groups that a cluster says it is in, in its order.
  static func groups(of cluster: Node) -> [String] {
    (cluster["groups"]?.elements ?? []).compactMap { $0.scalar?.text }
  }
}

extension [SettingLayer] {
  /// The first layer that says something at a place, and where; nil where none does.
  ///
  /// What a workload does not say of its place it has from the first `placement`: that of `receive.nodeSelector` is
  /// `placement.nodeSelector`.
  func first(saying path: FieldPath, _ value: JSON?) -> (
    owner: SettingLayer.Owner, mark: SourceMark
  )? {
    if let found = first(having: path) { return found }
    for start in path.steps.indices.dropFirst() {
      let inner = FieldPath([.key("placement")] + path.steps[start...])
      guard let found = first(having: inner),
        lazy.compactMap({ $0.node.json[inner] }).first == value
      else { continue }
      return found
    }
    return nil
  }

  private func first(having path: FieldPath) -> (owner: SettingLayer.Owner, mark: SourceMark)? {
    lazy.compactMap { layer in layer.node.mark(of: path).map { (layer.owner, $0) } }.first
  }
}
