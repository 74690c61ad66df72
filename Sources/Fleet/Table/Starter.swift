import JSON
import YAML

extension Fleet {
  /// A fleet file with a comment for every key that a newcomer needs; valid as it stands.
  ///
  /// `heading` is its first comment, in one line.
  package static func starter(
    topology: Topology,
    platform: Platform,
    heading: String,
  ) -> String {
    var starter = Starter(
      chosen: ["topology": topology.rawValue, "platform": platform.rawValue]
    )
    starter.add("# \(heading)")
    starter.write(.fleet.narrowed(to: topology), indent: "")
    return starter.lines.joined(separator: "\n") + "\n"
  }
}

/// Writes a record as YAML, each key below its documentation.
private struct Starter {
  private static let width = 92

  /// Words that take the place of those in the table, by key.
  let chosen: [String: String]
  private(set) var lines: [String] = []

  /// Nothing is written yet.
  init(chosen: [String: String]) { self.chosen = chosen }

  /// A whole line.
  mutating func add(_ line: String) { lines.append(line) }

  /// `first` is what begins the first line of a list's element.
  mutating func write(_ record: Record, indent: String, first: String? = nil) {
    var lead = first
    for key in record.keys where isWanted(key) {
      if indent.isEmpty { add("") }
      comment(key.documentation, indent)
      write(key, indent: lead ?? indent, inner: indent)
      lead = nil
    }
  }

  /// Keys that a newcomer needs, and those that are shown commented out.
  private func isWanted(_ key: Key) -> Bool {
    switch key.starter {
    case .absent: false
    case .sectionOn(let platform): chosen["platform"] == platform.rawValue
    default: true
    }
  }

  private mutating func write(_ key: Key, indent: String, inner: String) {
    switch (key.starter, key.shape) {
    case (.set(let value), _):
      let value = inner.isEmpty ? chosen[key.name].map(JSON.string) ?? value : value
      block([key.name: value], indent: indent, inner: inner)
    case (.commentedOut(let value), _):
      block([key.name: value], indent: inner + "# ", inner: inner + "# ")
    case (.section, .record(let record)), (.sectionOn, .record(let record)):
      add("\(indent)\(key.name):")
      write(record, indent: inner + "  ")
    case (.section, .list(.record(let record))):
      add("\(indent)\(key.name):")
      write(record, indent: inner + "    ", first: inner + "  - ")
    default: break
    }
  }

  /// A value in as many lines as it needs.
  private mutating func block(_ value: JSON, indent: String, inner: String) {
    for (place, line) in YAML.text(value).split(separator: "\n").enumerated() {
      add((place == 0 ? indent : inner) + line)
    }
  }

  /// Folded to the width, below the indent.
  private mutating func comment(_ text: String, _ indent: String) {
    var line = "\(indent)#"
    for word in text.split(separator: " ") {
      if line.count + word.count >= Self.width {
        add(line)
        line = "\(indent)#"
      }
      line += " \(word)"
    }
    add(line)
  }
}
