/// A place in a file that a person wrote.
package struct SourceMark: Hashable, Sendable, Comparable {
  /// The path as the person gave it.
  package let file: String
  /// From 1.
  package let line: Int
  /// From 1, in characters.
  package let column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  package static func < (left: SourceMark, right: SourceMark) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

extension SourceMark: CustomStringConvertible {
  package var description: String { "\(file):\(line):\(column)" }
}
