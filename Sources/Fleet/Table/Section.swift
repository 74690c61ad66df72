import JSON
import Text

/// A mapping of the file that fits its record and has every standard value filled in.
struct Section {
  let members: JSONObject

  /// A text that the check has found.
  func text(_ key: String) throws(SchemaGap) -> String { try found(optionalText(key), key) }

  /// `standard` is the value of an absent key that has none in the table.
  func text(_ key: String, or standard: String?) throws(SchemaGap) -> String {
    try found(optionalText(key) ?? standard, key)
  }

  /// nil where the key is not set.
  func optionalText(_ key: String) -> String? { members[key]?.stringValue }

  /// A flag, or its standard value.
  func flag(_ key: String) throws(SchemaGap) -> Bool { try found(members[key]?.boolValue, key) }

  /// A number within the key's range.
  func count(_ key: String) throws(SchemaGap) -> Int {
    Int(try found(members[key]?.integerValue, key))
  }

  /// nil where the key is not set.
  func optionalCount(_ key: String) -> Int? { members[key]?.integerValue.map { Int($0) } }

  /// In the file's order.
  func list(_ key: String) throws(SchemaGap) -> [JSON] { try found(members[key]?.arrayValue, key) }

  /// In the file's order.
  func texts(_ key: String) throws(SchemaGap) -> [String] {
    try list(key).compactMap(\.stringValue)
  }

  /// One text or a list of some, as a list; none where the key is not set.
  func oneOrMore(_ key: String) -> [String] {
    members[key].map { ($0.arrayValue ?? [$0]).compactMap(\.stringValue) } ?? []
  }

  /// Keys that the user has chosen, with texts.
  func map(_ key: String) throws(SchemaGap) -> [String: String] {
    let pairs = try section(key).members.map { ($0.key, $0.value.plainText) }
    return Dictionary(pairs) { _, last in last }
  }

  /// A mapping, its standard values filled in.
  func section(_ key: String) throws(SchemaGap) -> Section {
    try found(optionalSection(key), key)
  }

  /// nil where the key is not set.
  func optionalSection(_ key: String) -> Section? {
    members[key]?.objectValue.map(Section.init)
  }

  /// Handed on as it is; nil where the key is not set.
  func optionalMapping(_ key: String) -> JSON? { members[key] }

  /// A list of mappings, each with its standard values.
  func sections(_ key: String) throws(SchemaGap) -> [Section] {
    try list(key).compactMap(\.objectValue).map(Section.init)
  }

  /// None for a key that the topology does not have.
  func optionalSections(_ key: String) -> [Section] {
    (members[key]?.arrayValue ?? []).compactMap(\.objectValue).map(Section.init)
  }

  /// A quantity as the API server stores it.
  func quantity(_ key: String) throws(SchemaGap) -> String {
    try found(members[key].flatMap { Quantity($0.plainText)?.canonical }, key)
  }

  /// What the check promised and did not keep is a mistake of ours.
  private func found<Value>(_ value: Value?, _ key: String) throws(SchemaGap) -> Value {
    guard let value else { throw SchemaGap(key: key) }
    return value
  }
}

extension JSON {
  /// Text, or a number in its place, as `cpu: 1` has.
  var plainText: String { stringValue ?? text() }
}

extension Section {
  /// Of a duration as Prometheus writes it.
  func seconds(_ key: String) throws(SchemaGap) -> Int {
    guard let duration = PrometheusDuration(try text(key)) else { throw SchemaGap(key: key) }
    return duration.seconds
  }

  /// By resource, as Kubernetes writes them.
  func quantities(_ key: String) throws(SchemaGap) -> [String: String] {
    let amounts = try section(key)
    var result: [String: String] = [:]
    for name in amounts.members.keys { result[name] = try amounts.quantity(name) }
    return result
  }
}
