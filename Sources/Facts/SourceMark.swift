/// A place in a file that a person wrote.
package struct SourceMark: Hashable, Sendable, Comparable {
  /// The path as the person gave it.
  package let file: String
  /// From 1.
  package let line: Int
  /// From 1, in Unicode scalars.
  package let column: Int
  /// Scalars that an excerpt underlines, at least 1.
  package let width: Int

  package init(file: String, line: Int, column: Int, width: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
    self.width = max(1, width)
  }

  package static func < (left: SourceMark, right: SourceMark) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

extension SourceMark: CustomStringConvertible {
  /// `fleet.yaml:12:5`, as editors and terminals understand it.
  package var description: String { "\(file):\(line):\(column)" }
}
