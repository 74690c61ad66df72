package import JSON

/// How the elements of a list are told apart where a patch is merged into it.
package enum ListKeys: Hashable, Sendable {
  /// The elements are values, each of which is there once.
  case values
  /// The first of these members that an element of the patch has.
  case firstOf([String])
}

extension ListKeys {
  /// The member by which a patch's element is looked for; nil where it has none of them.
  package func member(of element: JSON) -> String? {
    guard case .firstOf(let names) = self else { return nil }
    return names.first { element[$0] != nil }
  }

  /// The members by which elements may be told apart, in the order in which they are looked for.
  package var names: [String] {
    switch self {
    case .values: []
    case .firstOf(let names): names
    }
  }
}

extension ListKeys {
  /// How the elements of a list are told apart; nil for a list that is replaced as a whole.
  ///
  /// `kind` is as in objects, `Deployment`: kinds of two groups that have one name are alike in this. `path` are the members
  /// on the way to the list, without places in lists.
  package static func of(_ kind: String, _ path: [String]) -> ListKeys? {
    let place = path.joined(separator: ".")
    return everywhere[place] ?? ofKind[kind]?[place]
  }

  /// Every list of a kind that is merged by keys, by its path; those that every object has are among them.
  package static func all(of kind: String) -> [String: ListKeys] {
    everywhere.merging(ofKind[kind] ?? [:]) { $1 }
  }
}
