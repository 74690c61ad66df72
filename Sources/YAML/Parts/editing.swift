import JSON

extension YAML {
  /// A text that means something else, by as few changed lines as that takes.
  ///
  /// Comments and everything else that had not to change stay as they are. The outcome is read again: it
  /// means exactly `goal`, or nothing is returned.
  static func edited(_ text: String, to goal: JSON) throws(PartFlaw) -> String {
    var lines = TextLines(text)
    var root = try node(text)
    // Each step mends one place; a text has far fewer than this.
    for _ in 0..<1000 where (root?.json ?? .null).orEmpty != goal {
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

/// A text as its lines, without their ends.
struct TextLines {
  private(set) var lines: [String]

  init(_ text: String) {
    lines =
      text.isEmpty
      ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  var text: String { lines.joined(separator: "\n") }

  /// Puts lines in the place of others.
  mutating func replace(_ change: LineChange) {
    lines.replaceSubrange(change.range.clamped(to: 0..<lines.count), with: change.lines)
  }

  /// Spaces before the first character; nil for a line without any.
  private func indent(_ line: Int) -> Int? {
    let text = lines[line]
    return text.allSatisfy(\.isWhitespace) ? nil : text.prefix { $0 == " " }.count
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
      guard lines[line].dropFirst(indent).hasPrefix("#"), indent < depth else { break }
      end = line
    }
    return end
  }

  /// The character at a place, both from 0; nil beyond the end.
  func character(_ line: Int, _ column: Int) -> Character? {
    guard lines.indices.contains(line) else { return nil }
    return lines[line].dropFirst(column).first
  }
}

/// Lines that take the place of others.
struct LineChange {
  /// From 0; empty where lines are put in alone.
  let range: Range<Int>
  let lines: [String]
}
