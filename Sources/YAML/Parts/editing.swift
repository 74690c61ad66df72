import JSON

extension YAML {
  /// A text that means something else, by as few changed lines as that takes.
  ///
  /// Comments and everything else that had not to change stay as they are. The outcome is read again: it
  /// means exactly `goal`, or nothing is returned. `meaning` is what the text says now, where that has been read.
  static func edited(
    _ text: String,
    meaning: JSON? = nil,
    to goal: JSON,
  ) throws(PartFlaw) -> String {
    if meaning == goal { return text }
    var lines = try TextLines(text)
    var root = try node(text)
    // Each step mends one place; a text has far fewer than this.
    for _ in 0..<1000 {
      guard (root?.json ?? .null).orEmpty != goal else { return lines.text }
      let change = try LineEditor(lines: lines).step(root, to: goal)
      lines.replace(change)
      do throws(PartFlaw) {
        root = try node(lines.text)
      } catch {
        // A step that spoils the text has met lines that it did not understand.
        throw .notInLines(line: change.range.lowerBound + 1)
      }
    }
    guard (root?.json ?? .null).orEmpty == goal else { throw .notInLines(line: 1) }
    return lines.text
  }
}

extension JSON {
  /// A text of comments alone says the same as an empty mapping.
  fileprivate var orEmpty: JSON { self == .null ? [:] : self }
}

/// A text as its lines, without their ends; where those are `\r\n`, each keeps its `\r`.
///
/// Lines and columns are those of the YAML reader, which counts scalars: to Swift `\r\n`, and a quote with an accent
/// behind it, are one character.
struct TextLines {
  private(set) var lines: [String]

  /// Refuses a text with ends of lines that the YAML reader counts and no editor shows.
  init(_ text: String) throws(PartFlaw) {
    let all = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (place, line) in all.enumerated() {
      // What is left of `\r\n`, where a line follows.
      let inner = place + 1 < all.count && line.last == "\r" ? line.dropLast() : line
      if inner.contains(where: Self.odd.contains) { throw .notInLines(line: place + 1) }
    }
    lines = text.isEmpty ? [] : all.map { String($0) }
  }

  private static let odd: Set<Unicode.Scalar> = ["\r", "\u{85}", "\u{2028}", "\u{2029}"]

  var text: String { lines.joined(separator: "\n") }

  /// Puts lines in the place of others.
  mutating func replace(_ change: LineChange) {
    lines.replaceSubrange(change.range.clamped(to: 0..<lines.count), with: change.lines)
  }

  /// Spaces before the first character; nil for a line without any.
  private func indent(_ line: Int) -> Int? {
    let text = lines[line]
    return text.allSatisfy(\.isWhitespace) ? nil : text.utf8.prefix { $0 == 32 }.count
  }

  /// Where what begins in line `start` ends, if something else begins in line `limit`.
  ///
  /// Blank lines before `limit` are not of it, nor are comments that are less than `depth` deep: those are
  /// about what follows.
  func end(of start: Int, before limit: Int, depth: Int) -> Int {
    var end = min(limit, lines.count)
    while end > start + 1 {
      let line = end - 1
      guard let indent = indent(line) else {
        end = line
        continue
      }
      guard lines[line].utf8.dropFirst(indent).starts(with: "#".utf8), indent < depth else { break }
      end = line
    }
    return end
  }

  /// The character at a place, both from 0; nil beyond the end.
  func character(_ line: Int, _ column: Int) -> Unicode.Scalar? {
    guard lines.indices.contains(line) else { return nil }
    return lines[line].unicodeScalars.dropFirst(column).first
  }
}

/// Lines that take the place of others.
struct LineChange {
  /// From 0; empty where lines are put in alone.
  let range: Range<Int>
  let lines: [String]
}
