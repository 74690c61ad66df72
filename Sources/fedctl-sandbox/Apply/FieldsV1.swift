import JSON

/// The form in which managedFields holds a set of fields.
extension FieldSet {
  /// Reads the form; steps of an unknown kind are passed over.
  init(fieldsV1: JSON) {
    self.init()
    read(fieldsV1, at: [])
  }

  /// Goes down the written form, adding what it names.
  private mutating func read(_ value: JSON, at path: [PathElement]) {
    guard let object = value.objectValue else { return }
    if object.isEmpty { insert(path[...]) }
    for member in object {
      if member.key == "." {
        insert(path[...])
      } else if let element = PathElement(member.key) {
        read(member.value, at: path + [element])
      }
    }
  }

  /// Sorted by the text of the steps, so that equal sets give equal texts.
  var fieldsV1: JSON {
    let elements = members.union(children.keys)
      .map { ($0.description, $0) }
      .sorted { $0.0 < $1.0 }
    return .object(JSONObject(elements.map { ($0, form(of: $1)) }))
  }

  /// What stands behind one step: `{}` for a field that ends there, a dot for one that also goes
  /// on.
  private func form(of element: PathElement) -> JSON {
    guard let child = children[element] else { return [:] }
    guard members.contains(element), case .object(let inner) = child.fieldsV1 else {
      return child.fieldsV1
    }
    return .object(JSONObject([(".", [:])] + inner.map { ($0.key, $0.value) }))
  }
}
