import JSON
import YAML

extension JSON {
  /// Groups of rules: a list of them, or a text of YAML or JSON that has nothing else; nil for anything else.
  fileprivate var ruleGroups: [RuleGroup]? {
    switch self {
    case .array(let list): return RuleGroup.all(in: list)
    case .string(let text):
      guard text.contains("groups"),
        let document = (try? YAML.document(Array(text.utf8), file: ""))?.json.objectValue,
        document.count == 1
      else { return nil }
      return document["groups"]?.arrayValue.flatMap(RuleGroup.all)
    default: return nil
    }
  }
}

extension DisplayedLine {
  /// What becomes of rules, by group and name: `+ alert ClusterSilent (cluster=berlin)`, and of a changed one the fields.
  ///
  /// Empty where both are no groups of rules, or differ in their order or their form alone.
  static func ofRules(from before: JSON?, to after: JSON?) -> [DisplayedLine] {
    let groups = [before, after].map { $0.map(\.ruleGroups) ?? [] }
    guard let old = groups[0], let new = groups[1] else { return [] }
    let kept = new.map(\.name)
    let gone = old.filter { !kept.contains($0.name) }
    return new.flatMap { group in lines(from: old.first { $0.name == group.name }, to: group) }
      + gone.flatMap { lines(from: $0, to: nil) }
  }

  /// Nothing of a group that stays as it is.
  private static func lines(from old: RuleGroup?, to new: RuleGroup?) -> [DisplayedLine] {
    let match = RuleMatching(from: old?.rules ?? [], to: new?.rules ?? [])
    let name = { (rule: Rule) in rule.title(among: (old?.rules ?? []) + (new?.rules ?? [])) }
    let settings = lines(
      from: .object(old?.settings ?? [:]),
      to: .object(new?.settings ?? [:]),
      "  ",
    )
    let rules =
      match.added.map { DisplayedLine(fate: .added, text: "  \(name($0))") }
      + match.removed.map { DisplayedLine(fate: .removed, text: "  \(name($0))") }
      + match.changed.flatMap { before, after in
        [DisplayedLine(fate: .kept, text: "  \(name(after))")]
          + lines(from: before.body, to: after.body, "    ")
      }
    let own = old == nil || new == nil ? [] : settings
    guard let title = (new ?? old)?.name, !(own + rules).isEmpty || old == nil || new == nil else {
      return []
    }
    let fate: Fate = old == nil ? .added : new == nil ? .removed : .kept
    return [DisplayedLine(fate: fate, text: "group \(title)")] + own + rules
  }

  /// Each field that differs, the old value above the new one.
  private static func lines(from old: JSON, to new: JSON, _ indent: String) -> [DisplayedLine] {
    Difference.between(old, and: new, at: FieldPath()).flatMap { field in
      [(field.before, Fate.removed), (field.after, .added)].flatMap { value, fate in
        value.map { lines(of: $0, at: field.path, fate, indent) } ?? []
      }
    }
  }

  /// One, or of a text with several lines as many.
  private static func lines(of value: JSON, at path: FieldPath, _ fate: Fate, _ indent: String)
    -> [DisplayedLine]
  {
    let text = value.stringValue ?? value.text()
    return "\(path): \(text)".split(separator: "\n").map {
      DisplayedLine(fate: fate, text: indent + $0)
    }
  }
}

extension Rule {
  /// Its kind and name, with the labels by which it differs from others of that name.
  fileprivate func title(among rules: [Rule]) -> String {
    let namesakes = rules.filter { $0.kind == kind && $0.name == name }
    let telling = labels.filter { label in
      namesakes.contains { $0.labels[label.key] != label.value }
    }
    let words = telling.sorted { $0.key < $1.key }.map { label in
      "\(label.key)=\(body["labels"]?[label.key]?.stringValue ?? label.value)"
    }
    return "\(kind.rawValue) \(name)" + (words.isEmpty ? "" : " (\(words.joined(separator: ", ")))")
  }
}
