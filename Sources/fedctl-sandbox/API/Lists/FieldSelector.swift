import JSON

/// A field selector: `metadata.name=a,status.phase!=b`.
struct FieldSelector: Sendable {
  /// One comparison of a field with a text.
  private struct Requirement: Sendable {
    let path: FieldPath
    let value: String
    let isEqual: Bool
  }

  private let requirements: [Requirement]

  /// Reads `a.b=c`, `a.b==c` and `a.b!=c`, with commas between them.
  init(_ text: String) {
    requirements = text.split(separator: ",").compactMap { part in
      guard let sign = part.firstIndex(of: "=") else { return nil }
      let isEqual = part[..<sign].last != "!"
      let key = isEqual ? part[..<sign] : part[..<sign].dropLast()
      let steps = key.split(separator: ".").map { FieldPath.Step.key(String($0)) }
      let value = String(part[sign...].drop { $0 == "=" })
      return Requirement(path: FieldPath(steps), value: value, isEqual: isEqual)
    }
  }

  /// Whether all requirements hold; a missing field has the empty text.
  func matches(_ object: JSON) -> Bool {
    requirements.allSatisfy { requirement in
      let value = object[requirement.path]
      let text = value?.stringValue ?? value?.text() ?? ""
      return (text == requirement.value) == requirement.isEqual
    }
  }
}
