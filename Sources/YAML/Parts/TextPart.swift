package import JSON

/// A part of a YAML text whose rest is other people's: a mapping that holds our settings alone.
///
/// Members are told apart by their keys, and elements of lists by their `name`, or as a whole where they
/// have none. What is set is ours by a record that travels beside the text: without it nobody could tell
/// afterwards what somebody else had set to the same value before.
package struct TextPart: Hashable, Sendable {
  /// What the text is to hold.
  package let wanted: JSON
  /// What earlier edits have put there, as `Edited.record` told.
  package let record: JSON

  package init(_ wanted: JSON, record: JSON = [:]) {
    self.wanted = wanted
    self.record = record
  }

  /// A text with the part in it.
  package struct Edited: Hashable, Sendable {
    /// The whole text; every line that had not to change is as it was.
    package let text: String
    /// What of it is ours: scalars as they are, elements of lists by their names.
    package let record: JSON
  }

  /// The text with the part in it, and without what an earlier edit put there and nobody wants any more.
  package func edit(_ text: String) throws(PartFlaw) -> Edited {
    let stale = record.minus(wanted)
    let rest = try stale.map { stale throws(PartFlaw) in
      try Self.remove(stale, from: text)
    }
    let kept = rest ?? text
    let live = try YAML.mapping(kept)
    let goal = try live.merged(with: wanted, owned: record, at: [])
    return Edited(
      text: try YAML.edited(kept, meaning: live, to: goal),
      record: wanted.claimed(beside: live, owned: record) ?? [:],
    )
  }

  /// The text without what the record says is ours; what somebody has changed since stays.
  package static func remove(_ record: JSON, from text: String) throws(PartFlaw) -> String {
    let live = try YAML.mapping(text)
    return try YAML.edited(text, meaning: live, to: live.without(record) ?? [:])
  }
}

extension YAML {
  /// What a text means; one without any content is an empty mapping.
  static func mapping(_ text: String) throws(PartFlaw) -> JSON {
    let value = try node(text)?.json ?? .null
    switch value {
    case .null: return [:]
    case .object: return value
    default: throw .noMapping
    }
  }

  /// The only document of a text that is somebody else's.
  static func node(_ text: String) throws(PartFlaw) -> Node? {
    do throws(YAMLError) {
      return try document(Array(text.utf8), file: "")
    } catch {
      throw .unreadable(error)
    }
  }
}

extension TextPart {
  /// What a part says that is written as a text of its own.
  package static func parse(_ text: String) throws(PartFlaw) -> JSON { try YAML.mapping(text) }
}
