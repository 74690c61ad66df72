package import Facts
package import JSON
import YAML

/// One setting of a cluster as it holds, and where it comes from.
package struct ClusterSetting: Hashable, Sendable {
  /// Who says so.
  package enum Origin: Hashable, Sendable {
    case cluster(SourceMark)
    case group(String, SourceMark)
    case defaults(SourceMark)
    /// The top of the file, for every cluster.
    case file(SourceMark)
    /// Nobody: it is what holds where the file says nothing.
    case standard
  }

  /// Of keys alone: a list is one setting.
  package let path: FieldPath
  package let value: JSON
  package let origin: Origin
}

extension Fleet {
  /// The settings of a cluster with those of the defaults and its groups merged under them, in the file's order and the
  /// standards last; nil for a cluster that the file does not have, or that is no mapping, and
  /// for a file that cannot be read.
  ///
  /// What does not fit the table of keys is told as it stands: who reads it has been told of what is wrong.
  package static func settings(
    of cluster: String,
    in bytes: [UInt8],
    file: String,
    _ inputs: FleetInputs,
  ) -> [ClusterSetting]? {
    guard let root = tree(bytes, file: file, inputs) else { return nil }
    let source = FleetSource(root, on: nil, inputs.environment)
    guard
      let (node, section) = source.clusters.first(where: {
        $0.section.optionalText("name") == cluster
      })
    else { return nil }
    let layers = source.layers(of: node)
    let (first, rest) = settings(of: section, in: source)
    return (first.map { (FieldPath(keys: $0.key), $0.value) } + rest.leaves(below: FieldPath()))
      .map { path, value in
        ClusterSetting(
          path: path,
          value: value,
          origin: origin(of: path, value, in: layers, of: root),
        )
      }
  }

  /// What decides which of the others hold, and these.
  private static func settings(of cluster: Section, in source: FleetSource)
    -> (first: [(key: String, value: JSON)], rest: JSON)
  {
    let platform = source.platform(of: cluster)
    var first: [(key: String, value: JSON)] = []
    var members = cluster.members
    members["platform"] = nil
    if source.topology == .receive {
      let mode = cluster.mode(on: platform)
      first.append((key: "mode", value: .string(mode)))
      for key in ["mode"] + ReceiveMode.foreignKeys(in: mode).map(\.key) { members[key] = nil }
    }
    if let platform { first.append((key: "platform", value: .string(platform.rawValue))) }
    return (first, .object(members))
  }

  /// The first layer that says something there.
  private static func origin(
    of path: FieldPath,
    _ value: JSON,
    in layers: [SettingLayer],
    of root: Node,
  ) -> ClusterSetting.Origin {
    guard let (owner, mark) = layers.first(saying: path, value) else {
      // The fleet's platform stands at the top, and is no layer: of clusters it says the standard.
      guard path == FieldPath(keys: "platform"), let mark = root.mark(of: path) else {
        return .standard
      }
      return .file(mark)
    }
    return switch owner {
    case .cluster: .cluster(mark)
    case .group(let name): .group(name, mark)
    case .defaults: .defaults(mark)
    case .file: .file(mark)
    }
  }
}

extension Node {
  /// Where the last step of a path stands; nil where this does not have it.
  func mark(of path: FieldPath) -> SourceMark? {
    var (node, mark): (Node, SourceMark?) = (self, nil)
    for step in path.steps {
      switch step {
      case .key(let key):
        guard let pair = node.pairs?.last(where: { $0.key == key }) else { return nil }
        (node, mark) = (pair.value, pair.keyMark)
      case .index(let index):
        guard let elements = node.elements, elements.indices.contains(index) else { return nil }
        (node, mark) = (elements[index], elements[index].mark)
      case .element: return nil
      }
    }
    return mark
  }
}

extension JSON {
  /// What mappings end in: values, lists, and mappings with nothing in them.
  fileprivate func leaves(below path: FieldPath) -> [(FieldPath, JSON)] {
    guard case .object(let members) = self, !members.isEmpty else { return [(path, self)] }
    return members.flatMap { $0.value.leaves(below: path / $0.key) }
  }
}
