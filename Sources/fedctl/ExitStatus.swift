import ArgumentParser
import Operate
import Plan

/// What fedctl tells the shell.
enum ExitStatus: Int32 {
  /// Done, or nothing to change.
  case success = 0
  case failure = 1
  /// There are changes; only `plan --detailed-exitcode` says so.
  case changes = 2
  /// A cluster could not be reached or failed; the rest is done.
  case incomplete = 3
  /// A saved plan is not what would be done now, or not to be trusted; nothing was changed.
  case outdated = 4
  /// Both; only `plan --detailed-exitcode` says so.
  case changesAndIncomplete = 6
  case usage = 64
  case interrupted = 130
}

extension ExitStatus {
  /// The status of a command that an error ends.
  init(after error: any Error) {
    self = error is SavedPlanFlaw ? .outdated : .failure
  }

  /// What the shell is told after a command that has thrown this, or nothing.
  static func number(after error: (any Error)?) -> Int32 {
    guard let error else { return ExitStatus.success.rawValue }
    return (error as? ExitCode)?.rawValue ?? ExitStatus(after: error).rawValue
  }
}

extension ExitCode {
  /// The parser's type for a status of ours.
  init(_ status: ExitStatus) { self.init(status.rawValue) }

  /// Ends the command as its run has ended.
  static func end(with ending: Ending) throws {
    switch ending {
    case .complete: break
    case .incomplete: throw ExitCode(.incomplete)
    case .interrupted: throw ExitCode(.interrupted)
    }
  }
}
