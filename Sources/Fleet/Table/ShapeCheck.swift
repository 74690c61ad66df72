import Facts
import JSON
import Text
import YAML

/// Holds a tree of nodes against the table of keys, and finds everything that does not fit.
struct ShapeCheck {
  private(set) var problems: [FleetProblem] = []

  /// - `name`: the key that the value stands under.
  /// - `place`: where something that is missing from the value is said to be missing.
  mutating func check(_ node: Node, _ shape: Shape, _ name: String, at place: SourceMark) {
    switch shape {
    case .text(let form): text(node, form, name)
    case .flag: if node.scalar?.json.boolValue == nil { wrongType(node, name, .flag) }
    case .count(let range, let reason): count(node, range, reason, name)
    case .choice(let words): choice(node, words, name)
    case .platform(let topology): platform(node, topology, name)
    case .list(let element): list(node, element, name)
    case .oneOrMore(let form): oneOrMore(node, form, name)
    case .map(let keys, let values): map(node, keys, values, name)
    case .records(let keys, let record): records(node, keys, record, name)
    case .record(let record): self.record(node, record, name, at: place)
    case .word(let word, let record):
      if node.pairs == nil {
        choice(node, [word], name)
      } else {
        self.record(node, record, name, at: place)
      }
    case .short(let form, let record):
      if node.pairs == nil {
        text(node, form, name)
      } else {
        self.record(node, record, name, at: place)
      }
    case .anything: if pairs(node, name) != nil { distinctKeys(below: node) }
    case .value: value(node)
    }
  }

  /// Whatever is in a mapping of the user's own, no key stands twice: of two, one would be lost without a word.
  private mutating func distinctKeys(below node: Node) {
    for child in node.elements ?? node.pairs?.map(\.value) ?? [] {
      if child.pairs != nil { _ = pairs(child, "") }
      distinctKeys(below: child)
    }
  }

  /// Numbers count as text where the form says so.
  private mutating func text(_ node: Node, _ form: TextForm, _ name: String) {
    guard let scalar = node.scalar, scalar.json != .null else {
      return wrongType(node, name, .text)
    }
    // In quotes it would be as wrong: what it should look like is the better advice.
    if let flaw = form.flaw(scalar.text), form.accepts(scalar.json) || !SecretName.matches(name) {
      return report(.form(flaw), node.mark)
    }
    if !form.accepts(scalar.json) { wrongType(node, name, .text) }
  }

  /// Whole, and within the range.
  private mutating func count(
    _ node: Node,
    _ range: ClosedRange<Int>,
    _ reason: CountReason,
    _ name: String,
  ) {
    guard let number = node.scalar?.json.integerValue else {
      return wrongType(node, name, .wholeNumber)
    }
    guard !range.contains(Int(number)) else { return }
    report(.outOfRange(key: name, allowed: range, because: reason), node.mark)
  }

  /// One of the words; some others are refused with their own reason.
  private mutating func choice(_ node: Node, _ words: [String], _ name: String) {
    guard let text = node.scalar?.json.stringValue else { return wrongType(node, name, .text) }
    guard !words.contains(text) else { return }
    if SecretName.matches(name) {
      let nearest = Suggestion.nearest(to: text, among: words)
      report(.hiddenValue(key: name, nearest: nearest, known: words), node.mark)
    } else {
      report(.unknownValue(text, key: name, known: words), node.mark)
    }
  }

  /// A platform that the topology does not run on is refused as such.
  private mutating func platform(_ node: Node, _ topology: Topology, _ name: String) {
    let known = topology.platforms.map(\.rawValue)
    guard let text = node.scalar?.json.stringValue, !known.contains(text),
      Platform(rawValue: text) != nil
    else { return choice(node, known, name) }
    report(.unsupportedPlatform(text, topology: topology, known: known), node.mark)
  }

  /// Each element is checked, whatever is wrong with another.
  private mutating func list(_ node: Node, _ element: Shape, _ name: String) {
    guard let elements = node.elements else { return wrongType(node, name, .list) }
    for item in elements { check(item, element, name, at: item.mark) }
  }

  /// A list has one text at least.
  private mutating func oneOrMore(_ node: Node, _ form: TextForm, _ name: String) {
    guard let elements = node.elements else { return text(node, form, name) }
    if elements.isEmpty { report(.form(.empty), node.mark) }
    for item in elements { text(item, form, name) }
  }

  /// A value of the user's own, of whatever kind.
  private mutating func value(_ node: Node) {
    if node.pairs != nil { _ = pairs(node, "") }
    distinctKeys(below: node)
  }

  /// Keys and values have forms; which keys there are is the user's.
  private mutating func map(_ node: Node, _ keys: TextForm, _ values: TextForm, _ name: String) {
    for pair in pairs(node, name) ?? [] {
      if let flaw = keys.flaw(pair.key) { report(.form(flaw), pair.keyMark) }
      text(pair.value, values, pair.key)
    }
  }

  /// Keys have a form, and each value is a mapping.
  private mutating func records(
    _ node: Node,
    _ keys: TextForm,
    _ record: Record,
    _ name: String,
  ) {
    for pair in pairs(node, name) ?? [] {
      if let flaw = keys.flaw(pair.key) { report(.form(flaw), pair.keyMark) }
      self.record(pair.value, record, pair.key, at: pair.keyMark)
    }
  }

  /// Keys that are unknown, missing or too many.
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
      } else if record.isExtension(pair.key) {
        distinctKeys(below: pair.value)
      } else {
        report(record.refusal(of: pair.key), pair.keyMark)
      }
    }
    for key in record.keys where key.presence == .required && node[key.name] == nil {
      report(.missingKey(key.name, of: record.noun), place)
    }
    if record.choice == .some, !pairs.contains(where: { record[$0.key] != nil }) {
      report(.nothingChosen(of: record.noun, keys: record.keys.map(\.name)), place)
    }
    if record.choice == .exactlyOne, pairs.count(where: { record[$0.key] != nil }) != 1 {
      report(.wrongChoice(of: record.noun, keys: record.keys.map(\.name)), place)
    }
    problems += record.flaws(node)
  }

  /// The members of a mapping, with those reported that stand twice.
  private mutating func pairs(_ node: Node, _ name: String) -> [Node.Pair]? {
    guard let pairs = node.pairs else {
      wrongType(node, name, .mapping)
      return nil
    }
    var lines: [String: Int] = [:]
    for pair in pairs {
      if let line = lines[pair.key] {
        report(.duplicateKey(pair.key, firstLine: line), pair.keyMark)
      } else {
        lines[pair.key] = pair.keyMark.line
      }
    }
    return pairs
  }

  /// What was wanted, and what stands there.
  private mutating func wrongType(_ node: Node, _ name: String, _ wanted: TableProblem.Kind) {
    let text = SecretName.matches(name) ? nil : node.scalar?.text
    report(.wrongType(key: name, wanted: wanted, found: node.kind, text: text), node.mark)
  }

  private mutating func report(_ problem: TableProblem, _ mark: SourceMark) {
    report(.table(problem), mark)
  }

  private mutating func report(_ fact: FleetFact, _ mark: SourceMark) {
    problems.append(FleetProblem(fact, at: mark))
  }
}

extension Record {
  /// Why a key is none of this record's.
  ///
  /// A key like one of ours is a misspelt one, and no secret.
  fileprivate func refusal(of key: String) -> TableProblem {
    let known = keys.map(\.name)
    if let topologies = foreign[key] { return .foreignKey(key, topologies: topologies) }
    if let reason = absent[key] { return .absentKey(key, of: noun, because: reason) }
    if let name = ownName(ofPrometheus: key) {
      return .absentKey(key, of: noun, because: .named(name))
    }
    // The name of a Secret is none.
    if key.lowercased().hasPrefix("imagepullsecret") {
      return .absentKey(key, of: noun, because: .pullSecrets)
    }
    if SecretName.matches(key), Suggestion.nearest(to: key, among: known) == nil {
      return .secret(key: key, of: noun, isReferred: secrets == .referred)
    }
    return .unknownKey(key, of: noun, known: known)
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
  /// What people would call it.
  fileprivate var kind: TableProblem.Kind {
    switch content {
    case .sequence: .list
    case .mapping: .mapping
    case .scalar(let scalar):
      switch scalar.json {
      case .null: .nothing
      case .bool: .flag
      case .integer, .double: .number
      default: .text
      }
    }
  }
}
