import ArgumentParser
import Glibc

/// How a command ends, as a pipeline sees it.
enum ExitStatus: Int32 {
  case done = 0
  case error = 1
  /// Only of `plan --detailed-exitcode`.
  case changes = 2
  /// A cluster could not be reached or failed; the rest is done.
  case incomplete = 3
  case usage = 64
  case interrupted = 130

  var exitCode: ExitCode { ExitCode(rawValue) }
}

extension ExitStatus {
  /// Ends the process: a status that a command chose, usage errors and help in the parser's words,
  /// anything else as an error of ours.
  static func end(after error: any Error) -> Never {
    if let code = error as? ExitCode { Glibc.exit(code.rawValue) }
    if let words = ErrorWords(error) {
      Console.standardError(words.lines)
      Glibc.exit(ExitStatus.error.rawValue)
    }
    Fedctl.exit(withError: error)
  }
}
