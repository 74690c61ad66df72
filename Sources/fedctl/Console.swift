import Diagnostics
import Glibc

/// The only place that prints: results on stdout, everything else on stderr.
struct Console: Sendable {
  let usesColor: Bool

  init(_ options: OutputOptions) {
    let isForbidden = unsafe getenv("NO_COLOR") != nil
    usesColor = !isForbidden && !options.noColor && isatty(STDERR_FILENO) == 1
  }

  /// A result, as it stands.
  func result(_ text: String) { Self.write(text, to: STDOUT_FILENO) }

  /// A line about what is going on.
  func note(_ line: String) { Self.write(line + "\n", to: STDERR_FILENO) }

  func report(_ diagnostics: [Diagnostic], lines: [String] = []) {
    for diagnostic in diagnostics {
      let parts = Excerpt(diagnostic, lines: lines).parts.map(painted)
      note(parts.joined(separator: "\n") + "\n")
    }
  }

  private func painted(_ part: Excerpt.Part) -> String {
    guard usesColor else { return part.description }
    return switch part {
    case .summary(.error, _), .mark: "\u{1B}[31m\(part)\u{1B}[0m"
    case .summary(.warning, _): "\u{1B}[33m\(part)\u{1B}[0m"
    case .remedy: "\u{1B}[36m\(part)\u{1B}[0m"
    case .place, .source: "\u{1B}[2m\(part)\u{1B}[0m"
    case .detail: part.description
    }
  }

  /// Whoever closes the pipe has read enough, so that is no failure.
  ///
  /// SIGPIPE must be ignored, as `Fedctl.main` sees to; otherwise the process would die of it.
  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        return
      }
    }
  }
}
