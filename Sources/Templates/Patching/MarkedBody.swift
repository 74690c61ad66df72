import JSON
import Objects

/// A manifest's body with a mark in each field that apply fills, so that after a patch can be told where these have gone.
///
/// A patch may take an element out before a list's bound one, or move it; the binding goes with it.
struct MarkedBody {
  /// Each bound field holds its mark; everything else is the manifest's own.
  let body: JSON
  private let manifest: Manifest

  init(_ manifest: Manifest) {
    self.manifest = manifest
    body = manifest.bindings.indices.reduce(manifest.body) { body, index in
      body.setting(manifest.bindings[index].path, to: Self.mark(index))
    }
  }

  /// No file can say it: YAML knows no such character.
  private static func mark(_ index: Int) -> JSON { .string("\u{0}\(index)") }

  /// Whether a value only holds the place of one that apply fills in.
  static func isMark(_ value: JSON) -> Bool { value.stringValue?.hasPrefix("\u{0}") ?? false }

  /// The bindings where they are in a patched body, whose marks go, and the fields that have lost theirs.
  ///
  /// Within lists that were `replaced` a field stays bound where its place is left free.
  func bindings(
    in patched: inout JSON,
    replaced: [FieldPath],
  ) -> (bound: [Binding], lost: [FieldPath]) {
    var bound: [Binding] = []
    var lost: [FieldPath] = []
    for (index, binding) in manifest.bindings.enumerated() {
      let places = places(of: binding, marked: Self.mark(index), in: patched)
      let isFree = replaced.contains(where: binding.path.hasPrefix) && patched.isFree(binding.path)
      if let path = places.first ?? (isFree ? binding.path : nil), places.count <= 1 {
        bound.append(Binding(path, binding.parts, encoding: binding.encoding))
      } else {
        lost.append(binding.path)
      }
      for path in places { unmark(path, of: binding, in: &patched) }
    }
    return (bound, lost)
  }

  /// Where a binding's mark is: in its own words where it has not moved.
  private func places(of binding: Binding, marked mark: JSON, in patched: JSON) -> [FieldPath] {
    let places = patched.paths(to: mark, from: FieldPath())
    return places.count == 1 && patched[binding.path] == mark ? [binding.path] : places
  }

  /// Takes a mark away, with the mapping that was made for it alone.
  private func unmark(_ path: FieldPath, of binding: Binding, in patched: inout JSON) {
    patched = patched.without(path, leaving: manifest.body[binding.path])
    if manifest.body[binding.path.parent] == nil, patched[binding.path.parent] == [:] {
      patched = patched.without(binding.path.parent, leaving: nil)
    }
  }
}

extension FieldPath {
  fileprivate var parent: FieldPath { FieldPath(steps.dropLast()) }
}

extension JSON {
  /// Whether nothing stands at a place where something can be set.
  fileprivate func isFree(_ path: FieldPath) -> Bool {
    self[path] == nil && setting(path, to: "")[path] != nil
  }

  /// All places of a value, in the object's order.
  fileprivate func paths(to value: JSON, from place: FieldPath) -> [FieldPath] {
    switch self {
    case value: [place]
    case .object(let members): members.flatMap { $0.value.paths(to: value, from: place / $0.key) }
    case .array(let elements):
      elements.enumerated().flatMap {
        $0.element.paths(to: value, from: place / .index($0.offset))
      }
    default: []
    }
  }

  /// This value without the field at the path, or with what was there before in its place.
  fileprivate func without(_ path: FieldPath, leaving value: JSON?) -> JSON {
    if let value { return setting(path, to: value) }
    guard case .key(let key)? = path.steps.last else { return self }
    let parent = FieldPath(path.steps.dropLast())
    guard case .object(var members)? = self[parent] else { return self }
    members[key] = nil
    return setting(parent, to: .object(members))
  }
}
