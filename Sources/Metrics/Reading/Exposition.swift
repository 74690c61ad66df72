/// Prometheus' text format, as a process tells of itself at `/metrics`
/// (prometheus/docs:content/docs/instrumenting/exposition_formats.md).
enum Exposition {
  /// The samples of some families; whatever is no sample of them is passed over.
  ///
  /// Most of such a text is of other families, so lines are looked at as bytes first.
  static func samples(of names: Set<String>, in text: [UInt8]) -> [ExposedSample] {
    let wanted = names.map { Array($0.utf8) }
    return text.split(separator: UInt8(ascii: "\n")).filter { line in
      wanted.contains { line.starts(with: $0) }
    }.compactMap { sample(String(decoding: $0, as: UTF8.self)) }
      .filter { names.contains($0.name) }
  }

  /// `name{label="value",…} value [time]`; nil for anything else.
  private static func sample(_ line: String) -> ExposedSample? {
    let name = line.prefix { $0 != "{" && $0 != " " && $0 != "\t" }
    var rest = line[name.endIndex...]
    guard let labels = labels(&rest),
      let value = rest.split(whereSeparator: { $0 == " " || $0 == "\t" }).first
        .flatMap({ Double($0) })
    else { return nil }
    return ExposedSample(name: String(name), labels: labels, value: value)
  }

  /// Takes the labels, if there are any, from the beginning; nil where they do not end.
  private static func labels(_ rest: inout Substring) -> Labels? {
    guard rest.first == "{" else { return [:] }
    rest.removeFirst()
    var labels: Labels = [:]
    while true {
      // A comma may stand behind the last one, too.
      rest = rest.drop { $0 == "," || $0 == " " }
      guard let first = rest.first, first != "}" else { break }
      let name = rest.prefix { $0 != "=" }
      rest = rest[name.endIndex...].dropFirst()
      guard let value = quoted(&rest) else { return nil }
      labels[String(name)] = value
    }
    guard !rest.isEmpty else { return nil }
    rest.removeFirst()
    return labels
  }

  /// Takes a text in quotes, in which `\\`, `\"` and `\n` stand for others.
  private static func quoted(_ rest: inout Substring) -> String? {
    guard rest.first == "\"" else { return nil }
    rest.removeFirst()
    var text = ""
    while let character = rest.popFirst() {
      switch character {
      case "\"": return text
      case "\\":
        guard let escaped = rest.popFirst() else { return nil }
        text.append(escaped == "n" ? "\n" : escaped)
      default: text.append(character)
      }
    }
    return nil
  }
}

/// One number that a process tells of itself.
package struct ExposedSample: Hashable, Sendable {
  /// The metric's.
  package let name: String
  /// Without the name.
  package let labels: Labels
  /// NaN and the infinities are values like others.
  package let value: Double

  package init(name: String, labels: Labels, value: Double) {
    self.name = name
    self.labels = labels
    self.value = value
  }
}
