import JSON
import Objects

extension Difference {
  /// The differences in the fields that the fleet asks for or gives up, for an object that the server
  /// would not take as it stands: what the server sets itself and what others own is not among them.
  ///
  /// `stored` is the object as the server would store it anew, with quantities and defaults in the
  /// server's own form; nil where it would not take that either, and what is sent is all that is known.
  static func wanted(from live: JSON, to desired: JSON, stored: JSON?) -> [Difference] {
    let asked = between(live, and: stored ?? desired).filter {
      desired.asks(for: $0.path) && (stored != nil || !$0.isOfForm)
    }
    let given = FieldManager.managers(of: live).filter(\.isOurs)
      .flatMap { abandoned($0.fields, desired: desired) }
      .flatMap { between(live[$0], and: stored?[$0], at: $0) }
    return asked + given.filter { !asked.contains($0) }
  }
}

extension Difference {
  /// Whether what is live and what is sent say the same here, though they are written otherwise.
  ///
  /// The server keeps nothing of what is empty, and fills in what an item of a list without names leaves out.
  /// `matches` takes both for equal, too.
  fileprivate var isOfForm: Bool {
    switch (before, after) {
    case (nil, .object(let members)?): members.isEmpty
    case (nil, .array(let elements)?): elements.isEmpty
    case (nil, false?): path.steps.last.map(isDroppedWhenFalse) ?? false
    case (_?, nil): path.steps.dropLast().contains { if case .index = $0 { true } else { false } }
    default: false
    }
  }
}

extension JSON {
  /// Whether a field of another form of this object stands in this one too.
  ///
  /// A list whose items have no names is one field: its places mean nothing in the other form.
  fileprivate func asks(for path: FieldPath) -> Bool {
    let named = path.steps.prefix { if case .index = $0 { false } else { true } }
    return self[FieldPath(Array(named))] != nil
  }
}
