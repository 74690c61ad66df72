import JSON

/// A label selector in its text form: `a=b,c!=d,e in (f,g),!h`.
struct LabelSelector: Sendable {
  private let requirements: [LabelRequirement]

  /// Reads a selector; throws a 400 where it is none.
  init(_ text: String) throws(APIStatus) {
    var reader = LabelReader(text)
    requirements = try reader.requirements()
  }

  /// Whether all requirements hold for the labels of an object.
  func matches(_ object: JSON) -> Bool {
    let labels = object.metadata["labels"]
    return requirements.allSatisfy { requirement in
      let value = labels?[requirement.key]?.stringValue
      return switch requirement.test {
      case .isIn(let values): value.map(values.contains) ?? false
      case .isNotIn(let values): value.map { !values.contains($0) } ?? true
      case .exists: value != nil
      case .isAbsent: value == nil
      case .isAbove(let bound): value.flatMap { Int64($0) }.map { $0 > bound } ?? false
      case .isBelow(let bound): value.flatMap { Int64($0) }.map { $0 < bound } ?? false
      }
    }
  }
}

/// One of the terms of a label selector, all of which must hold.
struct LabelRequirement: Sendable {
  /// What a label's value has to be.
  enum Test: Sendable {
    case isIn([String])
    case isNotIn([String])
    case exists
    case isAbsent
    case isAbove(Int64)
    case isBelow(Int64)
  }

  let key: String
  let test: Test
}
