/// What may stand under a key of the fleet file, as far as a person needs to know.
package indirect enum KeyForm: Hashable, Sendable {
  case text
  case flag
  case number(ClosedRange<Int>)
  case choice([String])
  case list(of: KeyForm)
  /// One text, or a list of some.
  case oneOrMore
  /// Keys that the user chooses.
  case map
  /// Keys that the user chooses, each with a mapping.
  case mappings
  /// Keys that fedctl knows.
  case mapping
  case wordOrMapping(String)
  /// One text, or a mapping in its place.
  case textOrMapping
  /// Any mapping, handed on as it is.
  case anyMapping
  case anyValue

  /// Whether nobody knows the names within but those who write and read them.
  var isOpen: Bool {
    switch self {
    case .map, .anyMapping, .anyValue: true
    case .list(let element): element.isOpen
    case .text, .flag, .number, .choice, .oneOrMore, .mappings, .mapping, .wordOrMapping,
      .textOrMapping:
      false
    }
  }
}

extension Shape {
  /// The form without its inner keys.
  var form: KeyForm {
    switch self {
    case .text: .text
    case .flag: .flag
    case .count(let range, _): .number(range)
    case .choice(let words): .choice(words)
    case .platform(let topology): .choice(topology.platforms.map(\.rawValue))
    case .list(let element): .list(of: element.form)
    case .oneOrMore: .oneOrMore
    case .map: .map
    case .records: .mappings
    case .record: .mapping
    case .word(let word, _): .wordOrMapping(word)
    case .short: .textOrMapping
    case .anything: .anyMapping
    case .value: .anyValue
    }
  }

  /// The keys within, behind lists and words in their place; nil where there are none that fedctl knows.
  var record: Record? {
    switch self {
    case .record(let record), .word(_, let record), .short(_, let record), .records(_, let record):
      record
    case .list(let element): element.record
    case .text, .flag, .count, .choice, .platform, .oneOrMore, .map, .anything, .value: nil
    }
  }

  /// How the way through it is written: `[]` for each list, `NAME` for a key that the user chooses.
  var brackets: String {
    switch self {
    case .list(let element): "[]" + element.brackets
    case .records: ".NAME"
    default: ""
    }
  }
}
