import JSON

/// Fields that somebody else owns with another value.
struct FieldConflict: Sendable {
  let owner: FieldOwner
  let fields: FieldSet
}

/// Why an apply without force is refused.
struct ApplyConflicts: Error, Sendable {
  let conflicts: [FieldConflict]

  /// The 409 that says so.
  var status: APIStatus {
    let causes = causes
    return APIStatus(
      code: 409,
      reason: "Conflict",
      message: "Apply failed with \(causes.count) \(causes.count == 1 ? "conflict" : "conflicts"): "
        + words(causes),
      details: .object(["causes": .array(causes.map(\.json))]),
    )
  }

  /// One for each field, by manager and then by path.
  private var causes: [Cause] {
    conflicts.sorted { $0.owner.manager < $1.owner.manager }.flatMap { conflict in
      conflict.fields.paths
        .map { $0.map(\.causeText).joined() }
        .sorted()
        .map { Cause(owner: conflict.owner, field: $0) }
    }
  }

  /// One conflict in a sentence, several in a list with a heading for each manager.
  private func words(_ causes: [Cause]) -> String {
    if causes.count == 1 { return "\(causes[0].owner.conflictText): \(causes[0].field)" }
    var groups: [(heading: String, fields: [String])] = []
    for cause in causes {
      let heading = cause.owner.groupText
      if groups.last?.heading == heading {
        groups[groups.count - 1].fields.append("- \(cause.field)")
      } else {
        groups.append((heading, ["- \(cause.field)"]))
      }
    }
    return groups.map { "\($0.heading):\n\($0.fields.joined(separator: "\n"))" }
      .joined(separator: "\n")
  }
}

/// A field, and who else owns it with another value.
private struct Cause {
  let owner: FieldOwner
  let field: String

  var json: JSON {
    [
      "reason": "FieldManagerConflict", "message": .string(owner.conflictText),
      "field": .string(field),
    ]
  }
}
