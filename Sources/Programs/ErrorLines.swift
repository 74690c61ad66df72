internal import Synchronization
internal import Text

/// What a program writes to standard error, put together to lines from pieces that come split anywhere.
package final class ErrorLines: Sendable {
  private struct State {
    var bytes: [UInt8] = []
    var count = 0
  }

  /// Bytes of one line that are told, and lines of one run: a program that never stops has said enough.
  private static let lengthLimit = 2_000
  private static let countLimit = 100

  private let state = Mutex(State())
  private let tell: @Sendable (String) -> Void

  /// `tell` gets each line once it is whole, without white space around it, and no empty one.
  package init(_ tell: @escaping @Sendable (String) -> Void) { self.tell = tell }

  /// Tells the lines that these bytes end.
  package func append(_ piece: [UInt8]) {
    let lines = state.withLock { state in
      var lines: [[UInt8]] = []
      for byte in piece {
        if byte != UInt8(ascii: "\n") {
          if state.bytes.count < Self.lengthLimit { state.bytes.append(byte) }
        } else if !state.bytes.isEmpty {
          lines.append(state.bytes)
          state.bytes = []
        }
      }
      return Self.within(lines, &state)
    }
    for line in lines { say(line) }
  }

  /// Tells what has no end of a line behind it.
  package func end() {
    let lines = state.withLock { state in
      defer { state.bytes = [] }
      return state.bytes.isEmpty ? [] : Self.within([state.bytes], &state)
    }
    for line in lines { say(line) }
  }

  private static func within(_ lines: [[UInt8]], _ state: inout State) -> [[UInt8]] {
    let told = Array(lines.prefix(max(0, countLimit - state.count)))
    state.count += told.count
    return told
  }

  private func say(_ line: [UInt8]) {
    let text = String(decoding: line, as: UTF8.self).trimmed
    if !text.isEmpty { tell(text) }
  }
}
