import FoundationEssentials
import Glibc
import Synchronization

/// The only place that prints: results on stdout, everything else on stderr.
struct Console: Sendable {
  let style: TextStyle
  /// Whether there is a person who can be asked.
  let isInteractive: Bool
  /// Whether stderr is a terminal, on which one line can be written over.
  let isLive: Bool

  init(_ options: FleetOptions) {
    let environment = ProcessInfo.processInfo.environment
    let isDumb = environment["TERM"] == "dumb"
    let wantsColour = !options.noColor && (environment["NO_COLOR"] ?? "").isEmpty && !isDumb
    style = TextStyle(isColoured: wantsColour && isatty(STDOUT_FILENO) == 1)
    isInteractive = isatty(STDIN_FILENO) == 1
    isLive = isatty(STDERR_FILENO) == 1 && !isDumb
  }

  /// A result.
  func print(_ lines: [String]) { Self.write(lines, to: STDOUT_FILENO) }

  /// Something on the way to a result.
  func note(_ line: String) {
    clearStatus()
    Self.standardError([line])
  }

  func warn(_ line: String) { note(style.paint(.modification, "warning: \(line)")) }

  func prompt(_ text: String) { Self.write(text, to: STDERR_FILENO) }

  /// Writes over the last line of a terminal.
  func showStatus(_ line: String) {
    guard isLive else { return }
    Self.write("\r\u{1B}[K\(line.prefix(100))", to: STDERR_FILENO)
  }

  func clearStatus() {
    guard isLive else { return }
    Self.write("\r\u{1B}[K", to: STDERR_FILENO)
  }

  static func standardError(_ lines: [String]) { write(lines, to: STDERR_FILENO) }

  private static func write(_ lines: [String], to descriptor: Int32) {
    write(lines.map { "\($0)\n" }.joined(), to: descriptor)
  }

  private static let lock = Mutex(())

  /// Writes all of a text; a reader who has gone, as `head` does, ends the process in peace.
  private static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    lock.withLock { _ in
      while !rest.isEmpty {
        let count = unsafe rest.withUnsafeBytes {
          unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
        }
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if errno == EPIPE {
          Glibc.exit(ExitStatus.done.rawValue)
        } else if errno != EINTR && errno != EAGAIN {
          return
        }
      }
    }
  }
}
