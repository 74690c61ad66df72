/// A change of a series' labels, as Prometheus has them: `relabel_config`.
package struct Relabelling: Hashable, Sendable {
  /// What is done; each has the word that Prometheus has for it.
  package enum Action: String, Hashable, Sendable, CaseIterable {
    case replace, keep, drop, hashmod, labelmap, labeldrop, labelkeep, lowercase, uppercase
    case keepequal, dropequal
  }

  /// Labels whose values, joined by the separator, are looked at.
  package var sourceLabels: [String]
  /// nil for a semicolon.
  package var separator: String?
  /// The label that gets a value.
  package var targetLabel: String?
  /// For whole values, or for names of labels; nil for any.
  package var regex: String?
  /// Of the hash of the values.
  package var modulus: Int?
  /// In which `$1` is the first group of the expression; nil for that group alone.
  package var replacement: String?
  /// What is done.
  package var action: Action
}

extension Relabelling {
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      sourceLabels: try section.texts("sourceLabels"),
      separator: section.optionalText("separator"),
      targetLabel: section.optionalText("targetLabel"),
      regex: section.optionalText("regex"),
      modulus: section.optionalCount("modulus"),
      replacement: section.optionalText("replacement"),
      action: Action(rawValue: try section.text("action")) ?? .replace,
    )
  }
}

extension Section {
  /// In the order in which they are done; none where the key is not set.
  func relabellings(_ key: String) throws(SchemaGap) -> [Relabelling] {
    try optionalSections(key).map { section throws(SchemaGap) in try Relabelling(section) }
  }
}
