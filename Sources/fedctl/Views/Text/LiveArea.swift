import Synchronization

/// The last lines of a terminal, which are written over while something is under way.
///
/// Whatever is printed for good goes above them. The width is asked for each time, so that lines stay within it
/// after the terminal has got another.
final class LiveArea: Sendable {
  /// How many characters each line on the screen has, from which follows how many rows they take.
  private let lengths = Mutex<[Int]>([])
  private let size: @Sendable () -> (rows: Int, columns: Int)

  /// `size` tells how large the terminal is now.
  init(size: @escaping @Sendable () -> (rows: Int, columns: Int)) {
    self.size = size
  }

  /// How many lines are shown at most: a terminal scrolls away what does not fit, and cannot take it back.
  var height: Int { max(1, min(10, size().rows - 2)) }

  /// What to write so that these lines stand where the former ones stood.
  func replacing(with lines: [String]) -> String {
    let (rows, columns) = size()
    let shown = lines.prefix(max(1, rows - 1)).map { Self.clipped($0, to: columns - 1) }
    return lengths.withLock { lengths in
      let start = Self.start(over: lengths, columns: columns)
      lengths = shown.map(\.count)
      return start + shown.joined(separator: "\r\n")
    }
  }

  /// What to write so that the former lines are gone; empty where there are none.
  func clearing() -> String {
    let columns = size().columns
    return lengths.withLock { lengths in
      guard !lengths.isEmpty else { return "" }
      defer { lengths = [] }
      return Self.start(over: lengths, columns: columns)
    }
  }

  /// From the end of the lines to their beginning, with all behind it erased (ECMA-48: CUU, ED).
  ///
  /// A terminal that has become narrower has broken them into more rows.
  private static func start(over lengths: [Int], columns: Int) -> String {
    let rows = lengths.reduce(0) { $0 + max(1, ($1 + columns - 1) / columns) }
    return "\r" + (rows > 1 ? "\u{1B}[\(rows - 1)A" : "") + "\u{1B}[J"
  }

  private static func clipped(_ line: String, to columns: Int) -> String {
    line.count > columns ? "\(line.prefix(max(0, columns - 1)))…" : line
  }
}
