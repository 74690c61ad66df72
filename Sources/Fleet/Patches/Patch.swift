package import Facts
package import JSON
import YAML

/// A JSON merge patch (RFC 7386) on rendered objects: the escape hatch.
package struct Patch: Hashable, Sendable {
  /// Which objects: a nil matches any.
  package struct Target: Hashable, Sendable {
    /// As in objects: `Deployment`.
    package var kind: String
    /// The object's name; nil for every object of the kind.
    package var name: String?
    /// The cluster's name in the fleet; nil for all clusters.
    package var cluster: String?
  }

  /// Which objects are patched: those that fit all that is set.
  package var target: Target
  /// What is merged into each of them, by RFC 7386.
  package var merge: JSON
  /// Where it stands in the fleet file; nil for one that stands in none.
  package var source: Source?

  /// What a patch is written in.
  package struct Source: Hashable, Sendable {
    /// Of `target`.
    let target: Node
    /// Of `merge`.
    let merge: Node
  }
}

extension Patch {
  /// Where the file says which objects are patched.
  package var targetMark: SourceMark? { source?.target.mark }

  /// Where the file sets a field, or else whatever of the patch is nearest to it.
  package func mark(of path: FieldPath) -> SourceMark? {
    guard let source else { return nil }
    var (node, mark) = (source.merge, source.merge.mark)
    for step in path.steps {
      guard case .key(let key) = step, let pair = node.pairs?.last(where: { $0.key == key }) else {
        break
      }
      (node, mark) = (pair.value, pair.keyMark)
    }
    return mark
  }
}

extension [Patch] {
  /// Each with its place in the file, of which they are the `patches` in order.
  mutating func locate(in file: Node) {
    for (index, node) in zip(indices, file["patches"]?.elements ?? []) {
      guard let target = node["target"], let merge = node["merge"] else { continue }
      self[index].source = Patch.Source(target: target, merge: merge)
    }
  }
}
