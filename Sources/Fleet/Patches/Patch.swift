package import Facts
package import JSON
import YAML

/// A change to rendered objects that no key of the fleet file makes: the escape hatch.
package struct Patch: Hashable, Sendable {
  /// Which objects are patched: those that fit all that is set.
  package var target: Target
  /// What is done to each of them.
  package var change: Change
  /// Where it stands in the fleet file; nil for one that stands in none.
  package var source: Source?

  /// What is done to an object, as the types of `kubectl patch` do it.
  package enum Change: Hashable, Sendable {
    /// Lists are merged by their keys, as `ListKeys` has them.
    case strategic(JSON)
    /// Lists are replaced as a whole (RFC 7386).
    case merge(JSON)
    /// One after the other (RFC 6902).
    case operations([JSONOperation])
  }

  /// What a patch is written in.
  package struct Source: Hashable, Sendable {
    /// Of `target`.
    let target: Node
    /// Of `merge` or `ops`.
    let change: Node
  }
}

extension Patch {
  /// Which objects: what is not set fits any.
  package struct Target: Hashable, Sendable {
    /// As in objects: `Deployment`; none for every kind.
    package var kinds: [String] = []
    /// nil for every name.
    package var name: NamePattern? = nil
    /// Labels that the objects have with these values.
    package var labels: [String: String] = [:]
    /// The cluster's name in the fleet; nil for all clusters, the hub among them.
    package var cluster: NamePattern? = nil
    /// The group that the cluster is in; nil for any or none.
    package var group: String? = nil
  }
}

extension Patch {
  /// Where the file says which objects are patched.
  package var targetMark: SourceMark? { source?.target.mark }

  /// Where the file sets a field, or else whatever of the patch is nearest to it.
  package func mark(of path: FieldPath) -> SourceMark? {
    guard let source else { return nil }
    var (node, mark) = (source.change, source.change.mark)
    for step in path.steps {
      guard let (next, place) = Self.part(of: node, step) else { break }
      (node, mark) = (next, place)
    }
    return mark
  }

  /// Where the file says what one of its operations does.
  package func mark(ofOperation index: Int) -> SourceMark? {
    let operations = source?.change.elements ?? []
    return operations.indices.contains(index) ? operations[index].mark : source?.change.mark
  }

  /// One step down a patch's own nodes, whose lists have fewer elements than the object's.
  private static func part(of node: Node, _ step: FieldPath.Step) -> (Node, SourceMark)? {
    switch step {
    case .key(let key):
      return node.pairs?.last { $0.key == key }.map { ($0.value, $0.keyMark) }
    case .element(let key, let value):
      return node.elements?.first { $0[key]?.scalar?.text == value }.map { ($0, $0.mark) }
    case .index:
      return node.elements.flatMap { $0.count == 1 ? $0.first : nil }.map { ($0, $0.mark) }
    }
  }
}

extension [Patch] {
  /// Each with its place in the file, of which they are the `patches` in order.
  mutating func locate(in file: Node) {
    for (index, node) in zip(indices, file["patches"]?.elements ?? []) {
      guard let target = node["target"], let change = node["merge"] ?? node["ops"] else { continue }
      self[index].source = Patch.Source(target: target, change: change)
    }
  }
}
