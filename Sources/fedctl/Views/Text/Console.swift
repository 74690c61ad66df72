import Diagnostics
import Facts
import FoundationEssentials
import Glibc
import Synchronization
import SystemPackage
import Text

/// The only place that prints: results on stdout, everything else on stderr.
struct Console: Sendable {
  /// For results.
  let style: TextStyle
  /// For everything else.
  let noteStyle: TextStyle
  /// Whether there is a person who can be asked.
  let isInteractive: Bool
  /// Whether stderr is a terminal, on which one line can be written over.
  let isLive: Bool
  /// Where results for people go.
  private let results: Results

  /// Where results for people go; those for programs always go to standard output.
  enum Results {
    case standardOutput
    /// Standard output is a program's, and a person has to see the plan that she is asked about.
    case standardError
    /// Standard output is a program's, and nobody is asked.
    case nowhere
  }

  /// As the flags ask for it.
  init(_ options: OutputOptions, results: Results = .standardOutput) {
    Self.logForm.withLock { $0 = options.logFormat }
    self.init(noColor: options.noColor, results: results)
  }

  /// Colour goes to terminals alone, and to none that cannot show it.
  init(noColor: Bool = false, results: Results = .standardOutput) {
    self.results = results
    // no-color.org: the variable counts when it is not empty.
    let isForbidden = noColor || Self.variable("NO_COLOR") != "" || Self.isDumb
    style = TextStyle(isColoured: !isForbidden && isatty(STDOUT_FILENO) == 1)
    let isPlain = isForbidden || Self.logsForPrograms
    noteStyle = TextStyle(isColoured: !isPlain && isatty(STDERR_FILENO) == 1)
    isInteractive = isatty(STDIN_FILENO) == 1
    isLive = isatty(STDERR_FILENO) == 1 && !Self.isDumb && !Self.logsForPrograms
  }

  /// A terminal that cannot move its cursor.
  private static var isDumb: Bool { variable("TERM") == "dumb" }

  /// Empty where it is not set.
  private static func variable(_ name: String) -> String {
    unsafe getenv(name).map { unsafe String(cString: $0) } ?? ""
  }

  /// A result for people.
  func result(_ text: String) {
    clearStatus()
    switch results {
    case .standardOutput: Self.write(style.visible(text), to: .standardOutput)
    case .standardError: Self.write(style.visible(text), to: .standardError)
    case .nowhere: break
    }
  }

  /// A result for programs, as it stands.
  func document(_ text: String) {
    clearStatus()
    Self.write(text, to: .standardOutput)
  }

  /// A line about what is going on.
  func note(_ line: String) { log(LogEntry(line)) }

  /// A line that deserves attention and stops nothing.
  func warn(_ line: String) {
    log(LogEntry(line, level: .warning), as: noteStyle.paint(.modification, "warning: \(line)"))
  }

  /// What ends a command, as one thing however many lines it has.
  func fail(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    log(LogEntry(lines.joined(separator: "\n"), level: .error))
  }

  /// One thing that is told, for people or for programs; `text` is what people read where that is not the message.
  func log(_ entry: LogEntry, as text: String? = nil) {
    clearStatus()
    let line =
      Self.logsForPrograms
      ? entry.line(at: RFC3339.microTime(of: .now)) : noteStyle.visible(text ?? entry.message)
    Self.write("\(line)\n", to: .standardError)
  }

  /// Each with the lines of the file that it is about.
  func report(_ diagnostics: some Sequence<Diagnostic>, lines: [String] = []) {
    for diagnostic in diagnostics {
      let excerpt = Excerpt(diagnostic, lines: lines, hiding: Self.secrets.redact)
      log(
        LogEntry(
          excerpt.parts.map(\.description).joined(separator: "\n"),
          level: diagnostic.severity == .error ? .error : .warning,
        ),
        as: excerpt.parts.map(painted).joined(separator: "\n") + "\n",
      )
    }
  }

  /// A question, whose answer is typed behind it.
  func prompt(_ text: String) {
    clearStatus()
    Self.write(noteStyle.visible(text), to: .standardError)
  }

  /// Writes over the last lines of a terminal; hidden before they are cut, for nobody would know half a secret.
  func showStatus(_ lines: [String]) {
    guard isLive else { return }
    let shown = lines.map { Self.secrets.redact(noteStyle.visible($0)) }
    Self.write(Self.live.replacing(with: shown), to: .standardError)
  }

  /// The same for a single line.
  func showStatus(_ line: String) { showStatus([line]) }

  /// How many lines may be written over.
  var statusHeight: Int { Self.live.height }

  /// Makes room for a line that stays.
  func clearStatus() {
    guard isLive else { return }
    Self.write(Self.live.clearing(), to: .standardError)
  }

  /// 24 by 80 where the terminal does not say.
  private static func size() -> (rows: Int, columns: Int) {
    var size = winsize()
    guard unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 1,
      size.ws_row > 1
    else { return (24, 80) }
    return (Int(size.ws_row), Int(size.ws_col))
  }

  /// The colour of each role; the words are the same without.
  private func painted(_ part: Excerpt.Part) -> String {
    switch part {
    case .summary(.error, _), .mark: noteStyle.paint(.problem, part.description)
    case .summary(.warning, _): noteStyle.paint(.modification, part.description)
    case .remedy: noteStyle.paint(.success, part.description)
    case .place, .source, .detail: part.description
    }
  }

  /// Whether what goes on is told to programs.
  ///
  /// The process has one form, since whatever ends a command is printed by another console than its own.
  static var logsForPrograms: Bool { logForm.withLock { $0 == .json } }
  private static let logForm = Mutex(OutputOptions.LogForm.text)

  /// What nothing that is printed may hold.
  ///
  /// The process has one, since whatever ends a command is printed by another console than its own.
  static let secrets = KnownSecrets()

  /// A process has one terminal.
  private static let live = LiveArea(size: Console.size)
  private static let lock = Mutex(())
  private static let firstFailure = Mutex<Errno?>(nil)

  /// What has kept something from being printed, as a full disk; nil where everything was.
  static var failure: Errno? { firstFailure.withLock(\.self) }

  /// Whoever closes the pipe has read enough, so that is no failure; anything else is.
  ///
  /// SIGPIPE must be ignored, as `Fedctl.main` sees to; otherwise the process would die of it.
  private static func write(_ text: String, to stream: FileDescriptor) {
    var bytes = Array(secrets.redact(text).utf8)[...]
    lock.withLock { _ in
      while !bytes.isEmpty {
        do {
          let count = try unsafe bytes.withUnsafeBytes { try unsafe stream.write($0) }
          bytes = bytes.dropFirst(count)
        } catch Errno.resourceTemporarilyUnavailable {
          // A terminal that whoever started us has set to non-blocking.
          continue
        } catch Errno.brokenPipe {
          return
        } catch {
          firstFailure.withLock { $0 = $0 ?? (error as? Errno ?? .ioError) }
          return
        }
      }
    }
  }
}
