package import Facts
import JSON
import YAML

/// A fleet that differs from a file's in one key alone, by which is found out what that key gives.
package struct FleetVariant: Hashable, Sendable {
  /// As `clusters[1].prometheus.retention`.
  package let key: String
  /// Where the file has the key; nil for one that has its standard value.
  package let mark: SourceMark?
  package let fleet: Fleet

  package init(key: String, mark: SourceMark?, fleet: Fleet) {
    self.key = key
    self.mark = mark
    self.fleet = fleet
  }
}

extension Fleet {
  /// A variant for each key that has a value, by the file or by the table, and may have another one.
  ///
  /// Of clusters, only those that are named are looked at: what a key of one gives, the same key of another gives there.
  package static func variants(
    of bytes: [UInt8],
    file: String,
    clusters: Set<String>,
    _ inputs: FleetInputs,
  ) -> [FleetVariant] {
    guard let root = tree(bytes, file: file, inputs) else { return [] }
    let source = FleetSource(root, on: nil, inputs.environment)
    let whole = JSON.object(source.section.members)
    return source.table.changes(to: whole, FieldPath()).compactMap { path, value -> FleetVariant? in
      let cluster = whole[FieldPath(Array(path.steps.prefix(2))) / "name"]?.stringValue
      if path.steps.first == .key("clusters"), !clusters.contains(cluster ?? "") { return nil }
      guard let members = whole.setting(path, to: value).objectValue,
        let fleet = try? Fleet(Section(members: members), source.topology)
      else { return nil }
      let mark = source.mark(of: path, whole[path])
      return FleetVariant(key: path.description, mark: mark, fleet: fleet)
    }
  }
}

extension FleetSource {
  /// Where the file says what holds at a place of the merged file; nil where it says nothing.
  fileprivate func mark(of path: FieldPath, _ value: JSON?) -> SourceMark? {
    if case .index(let index)? = path.steps.dropFirst().first, path.steps.first == .key("clusters"),
      let cluster = root["clusters"]?.elements?[safe: index]
    {
      let inner = FieldPath(Array(path.steps.dropFirst(2)))
      return layers(of: cluster).first(saying: inner, value)?.mark
    }
    if path.steps.first == .key("hub"), let hub = root["hub"] {
      let inner = FieldPath(Array(path.steps.dropFirst()))
      return layers(ofHub: hub).first(saying: inner, value)?.mark
    }
    return root.mark(of: path)
  }
}

extension Record {
  /// Another value for each place that has one: where, and which.
  fileprivate func changes(to value: JSON, _ path: FieldPath) -> [(FieldPath, JSON)] {
    keys.flatMap { key -> [(FieldPath, JSON)] in
      guard let present = value[key.name], !Self.untouched.contains(key.name) else { return [] }
      return key.shape.changes(to: present, path / key.name)
    }
  }

  /// What makes another file, what is explained by itself, and what has gone into other keys.
  private static let untouched = [
    "apiVersion", "kind", "topology", "include", "patches", "defaults", "groups", "placement",
  ]
}

extension Shape {
  fileprivate func changes(to value: JSON, _ path: FieldPath) -> [(FieldPath, JSON)] {
    switch (self, value) {
    case (.record(let record), .object), (.word(_, let record), .object),
      (.short(_, let record), .object):
      return record.changes(to: value, path)
    case (.list(let element), .array(let elements)):
      return elements.enumerated().flatMap { index, item in
        element.changes(to: item, path / .index(index))
      }
    case (.map(_, let values), .object(let members)):
      return members.flatMap { Shape.text(values).changes(to: $0.value, path / $0.key) }
    default: return other(than: value).map { [(path, $0)] } ?? []
    }
  }

  /// A value of the form that is not this one; nil where none is known.
  private func other(than value: JSON) -> JSON? {
    switch self {
    case .text(let form):
      ([form.example] + Self.texts).map(JSON.string).first {
        $0 != value && form.flaw($0.stringValue ?? "") == nil
      }
    case .flag: value.boolValue.map { .bool(!$0) }
    case .count(let range, _):
      [1, -1].compactMap { step in value.integerValue.map { Int($0) + step } }
        .first(where: range.contains).map { .integer(Int64($0)) }
    case .choice(let words): words.map(JSON.string).first { $0 != value }
    case .platform(let topology):
      topology.platforms.map { .string($0.rawValue) }.first { $0 != value }
    default: nil
    }
  }

  /// Texts of which each form takes one.
  private static let texts = ["other", "7h", "41d", "7Gi", "v9.9.9", "https://other.example.com"]
}

extension Array {
  /// nil outside of the array.
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
