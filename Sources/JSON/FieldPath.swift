/// The way from the root of a JSON value to one of its parts, as `spec.containers[0].name`.
package struct FieldPath: Hashable, Sendable {
  /// One step from a value to a part of it.
  package enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
    /// The element of a list of objects that has this member, as `[name=web]`.
    case element(key: String, value: String)
  }

  /// From the root on; empty for the root itself.
  package var steps: [Step]

  package init(_ steps: [Step] = []) { self.steps = steps }

  /// A path of keys alone.
  package init(keys: String...) { steps = keys.map(Step.key) }

  /// The member of that name below.
  package static func / (path: FieldPath, key: String) -> FieldPath {
    FieldPath(path.steps + [.key(key)])
  }

  /// The part that one more step leads to.
  package static func / (path: FieldPath, step: Step) -> FieldPath {
    FieldPath(path.steps + [step])
  }

  /// Whether the other path leads to this one's place or to one above it.
  package func hasPrefix(_ other: FieldPath) -> Bool { steps.starts(with: other.steps) }
}

extension FieldPath: CustomStringConvertible {
  /// Keys with dots or slashes stand in brackets and quotes, as in `metadata.labels["a.b/c"]`.
  package var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .key(let key) where Self.needsQuotes(key): text += "[\"\(key)\"]"
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      case .index(let index): text += "[\(index)]"
      case .element(let key, let value): text += "[\(key)=\(value)]"
      }
    }
    return text
  }

  private static func needsQuotes(_ key: String) -> Bool {
    key.isEmpty || key.utf8.contains { ".[]/\" ".utf8.contains($0) }
  }
}

extension JSON {
  /// The part of this value at a path; nil where the path leads nowhere.
  package subscript(path: FieldPath) -> JSON? {
    var current = self
    for step in path.steps {
      guard let next = current[step] else { return nil }
      current = next
    }
    return current
  }

  private subscript(step: FieldPath.Step) -> JSON? {
    switch step {
    case .key(let key): self[key]
    case .index(let index): self[index]
    case .element(let key, let value):
      arrayValue?.first { $0.isElement(key, value) }
    }
  }

  /// Whether this list element is the one that `.element` means: by a text, or a number as text.
  private func isElement(_ key: String, _ value: String) -> Bool {
    guard let member = self[key] else { return false }
    return (member.stringValue ?? member.text()) == value
  }

  /// This value with the part at a path set; missing objects on the way are made.
  ///
  /// Where an index or element on the way does not exist, or a member is asked of something that
  /// is no object, the value comes back unchanged.
  package func setting(_ path: FieldPath, to value: JSON) -> JSON {
    setting(path.steps[...], to: value)
  }

  private func setting(_ steps: ArraySlice<FieldPath.Step>, to value: JSON) -> JSON {
    guard let step = steps.first else { return value }
    switch (step, self) {
    case (.key(let key), .object(var members)):
      members[key] = (members[key] ?? [:]).setting(steps.dropFirst(), to: value)
      return .object(members)
    case (.index(let index), .array(var elements)) where elements.indices.contains(index):
      elements[index] = elements[index].setting(steps.dropFirst(), to: value)
      return .array(elements)
    case (.element(let key, let name), .array(var elements)):
      guard let index = elements.firstIndex(where: { $0.isElement(key, name) }) else {
        return self
      }
      elements[index] = elements[index].setting(steps.dropFirst(), to: value)
      return .array(elements)
    default: return self
    }
  }
}
