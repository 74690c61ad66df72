import Diagnostics
import Facts
import JSON
import YAML

/// Holds a tree of nodes against the table of keys, and finds everything that does not fit.
struct ShapeCheck {
  private(set) var problems: [Diagnostic] = []

  /// - `name`: the key that the value stands under.
  /// - `place`: where something that is missing from the value is said to be missing.
  mutating func check(_ node: Node, _ shape: Shape, _ name: String, at place: SourceMark) {
    switch shape {
    case .text(let form): text(node, form, name)
    case .flag:
      if node.scalar?.json.boolValue == nil { wrongType(node, name, "`true` or `false`") }
    case .count(let range, let reason): count(node, range, reason, name)
    case .choice(let words, let refused): choice(node, words, refused, name)
    case .list(let element): list(node, element, name)
    case .map(let keys, let values): map(node, keys, values, name)
    case .record(let record): self.record(node, record, name, at: place)
    case .word(let word, let record):
      if node.pairs == nil {
        choice(node, [word], [:], name)
      } else {
        self.record(node, record, name, at: place)
      }
    case .anything: if pairs(node, name) == nil { return }
    }
  }

  private mutating func text(_ node: Node, _ form: TextForm, _ name: String) {
    guard let scalar = node.scalar, form.accepts(scalar.json) else {
      return wrongType(node, name, "text")
    }
    if let complaint = form.complaint(scalar.text) { badValue(complaint, node.mark) }
  }

  private mutating func count(
    _ node: Node,
    _ range: ClosedRange<Int>,
    _ reason: String,
    _ name: String,
  ) {
    guard let number = node.scalar?.json.integerValue else {
      return wrongType(node, name, "a whole number")
    }
    guard !range.contains(Int(number)) else { return }
    let allowed =
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    badValue(.init("`\(name)` must be \(allowed): \(reason)."), node.mark)
  }

  private mutating func choice(
    _ node: Node,
    _ words: [String],
    _ refused: [String: String],
    _ name: String,
  ) {
    guard let text = node.scalar?.json.stringValue else { return wrongType(node, name, "text") }
    guard !words.contains(text) else { return }
    if let reason = refused[text] {
      let detail = "The \(name) `\(text)` \(reason)."
      return report("not supported", detail, "Use \(Sentence.or(words)).", node.mark)
    }
    let remedy =
      Suggestion.nearest(to: text, among: words).map { "Did you mean `\($0)`?" }
      ?? "Use \(Sentence.or(words))."
    // Somebody may have put the secret itself where a word about it belongs.
    let value = SecretWords.areIn(name) ? "This" : "`\(text)`"
    report("unknown value", "\(value) is not a value of `\(name)`.", remedy, node.mark)
  }

  private mutating func list(_ node: Node, _ element: Shape, _ name: String) {
    guard let elements = node.elements else { return wrongType(node, name, "a list") }
    for item in elements { check(item, element, name, at: item.mark) }
  }

  private mutating func map(_ node: Node, _ keys: TextForm, _ values: TextForm, _ name: String) {
    for pair in pairs(node, name) ?? [] {
      if let complaint = keys.complaint(pair.key) { badValue(complaint, pair.keyMark) }
      text(pair.value, values, pair.key)
    }
  }

  private mutating func record(
    _ node: Node,
    _ record: Record,
    _ name: String,
    at place: SourceMark,
  ) {
    guard let pairs = pairs(node, name) else { return }
    for pair in pairs {
      if let key = record[pair.key] {
        check(pair.value, key.shape, key.name, at: pair.keyMark)
      } else {
        unknown(pair, record)
      }
    }
    for key in record.keys where key.presence == .required && node[key.name] == nil {
      let detail = "\(record.noun.capitalizedFirst) needs `\(key.name)`."
      report("missing key", detail, nil, place)
    }
    if record.choice == .exactlyOne, pairs.count(where: { record[$0.key] != nil }) != 1 {
      let detail =
        "\(record.noun.capitalizedFirst) need exactly one of \(Sentence.or(record.keys.map(\.name)))."
      report("wrong choice", detail, nil, place)
    }
  }

  /// The members of a mapping, with those reported that stand twice.
  private mutating func pairs(_ node: Node, _ name: String) -> [Node.Pair]? {
    guard let pairs = node.pairs else {
      wrongType(node, name, "a mapping")
      return nil
    }
    var lines: [String: Int] = [:]
    for pair in pairs {
      if let line = lines[pair.key] {
        let detail = "`\(pair.key)` already stands in line \(line)."
        report("duplicate key", detail, "Keep one of the two.", pair.keyMark)
      } else {
        lines[pair.key] = pair.keyMark.line
      }
    }
    return pairs
  }

  private mutating func unknown(_ pair: Node.Pair, _ record: Record) {
    if let topologies = record.foreign[pair.key] { return foreign(pair, topologies) }
    let detail = "`\(pair.key)` is not a key of \(record.noun)"
    if let reason = record.absent[pair.key] {
      return report("unknown key", "\(detail): \(reason).", "Leave it out.", pair.keyMark)
    }
    let names = record.keys.map(\.name)
    if let name = Suggestion.nearest(to: pair.key, among: names) {
      report("unknown key", "\(detail).", "Did you mean `\(name)`?", pair.keyMark)
    } else if SecretWords.areIn(pair.key) {
      let reason = "\(detail), and a secret does not belong in this file."
      report("secret in the file", reason, record.secrets.remedy, pair.keyMark)
    } else {
      let remedy = "Known keys are \(Sentence.and(names))."
      report("unknown key", "\(detail).", remedy, pair.keyMark)
    }
  }

  private mutating func foreign(_ pair: Node.Pair, _ topologies: [Topology]) {
    let words = Sentence.or(topologies.map { "topology: \($0.rawValue)" })
    report(
      "key of another topology",
      "`\(pair.key)` has a meaning only in a fleet with \(words).",
      "Leave it out, or change the fleet's topology.",
      pair.keyMark,
    )
  }

  private mutating func wrongType(_ node: Node, _ name: String, _ wanted: String) {
    let remedy =
      switch node.content {
      case .scalar(let scalar)
      where wanted == "text" && scalar.json != .null && !SecretWords.areIn(name):
        "Put it in quotes: `\"\(scalar.text)\"`."
      case .scalar(let scalar) where scalar.json == .null: "Give it a value, or leave the key out."
      default: String?.none
      }
    report("wrong type", "`\(name)` must be \(wanted), not \(node.kind).", remedy, node.mark)
  }

  private mutating func badValue(_ complaint: TextForm.Complaint, _ mark: SourceMark) {
    report("invalid value", complaint.detail, complaint.remedy, mark)
  }

  private mutating func report(
    _ summary: String,
    _ detail: String,
    _ remedy: String?,
    _ mark: SourceMark,
  ) {
    problems.append(Diagnostic(.error, summary, detail: detail, remedy: remedy, at: mark))
  }
}

extension TextForm {
  fileprivate func accepts(_ value: JSON) -> Bool {
    switch value {
    case .string: true
    case .integer, .double: acceptsNumbers
    default: false
    }
  }
}

extension Node {
  fileprivate var kind: String {
    switch content {
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .scalar(let scalar):
      switch scalar.json {
      case .null: "nothing"
      case .bool: "`true` or `false`"
      case .integer, .double: "a number"
      default: "text"
      }
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
