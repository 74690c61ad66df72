package import JSON

/// The fields that one manager owns: `managedFields[].fieldsV1` as a tree.
package struct FieldSet: Sendable {
  /// One step of a path of owned fields.
  package enum Element: Hashable, Sendable {
    /// `f:name`: a member.
    case field(String)
    /// `k:{...}`: the list item with these key members.
    case item(JSONObject)
    /// `v:...`: an element of a set.
    case value(JSON)
    /// `i:n`: an element by place.
    case index(Int)
  }

  /// The members below, each with what is owned of it; none where the whole is owned.
  package var children: [(element: Element, fields: FieldSet)] = []

  /// Reads fieldsV1; entries of a form that the API does not document are passed over.
  package init(fieldsV1: JSON) {
    for member in fieldsV1.objectValue ?? [:] {
      guard let element = Element(member.key) else { continue }
      children.append((element, FieldSet(fieldsV1: member.value)))
    }
  }

  /// What is owned of a member; nil where nothing is.
  package subscript(field name: String) -> FieldSet? {
    children.first { $0.element == .field(name) }?.fields
  }

  /// Whether the field is owned as a whole.
  package var isLeaf: Bool { children.isEmpty }
}

extension FieldSet.Element {
  fileprivate init?(_ key: String) {
    let bytes = key.utf8
    guard bytes.dropFirst().first == UInt8(ascii: ":") else { return nil }
    let rest = String(Substring(bytes.dropFirst(2)))
    switch bytes.first {
    case UInt8(ascii: "f"): self = .field(rest)
    case UInt8(ascii: "k"):
      guard case .object(let members)? = try? JSON(parsing: rest) else { return nil }
      self = .item(members)
    case UInt8(ascii: "v"):
      guard let value = try? JSON(parsing: rest) else { return nil }
      self = .value(value)
    case UInt8(ascii: "i"):
      guard let index = Int(rest) else { return nil }
      self = .index(index)
    default: return nil
    }
  }
}
