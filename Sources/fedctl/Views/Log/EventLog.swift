import Apply
import JSON
import Objects
import Operate
import Plan

extension ApplyEvent {
  /// The event for programs; `words` for people are its message.
  var entry: LogEntry {
    switch self {
    case .started(let object, let action):
      LogEntry(words, event: "object.started", fields: object.members + [action.field])
    case .waiting(let object, let other, let reason):
      LogEntry(
        words,
        event: "object.waiting",
        fields: object.members
          + [("on", other.json), ("code", .string(reason.code.rawValue))],
      )
    case .finished(let object, let action):
      LogEntry(words, event: "object.finished", fields: object.members + [action.field])
    case .failed(let object, let error):
      LogEntry(
        [words, error.remedy].compactMap { $0 }.joined(separator: "\n"),
        level: .error,
        event: "object.failed",
        fields: object.members + [("code", .string(error.code.rawValue))],
      )
    case .skipped(let object, let cause):
      LogEntry(
        words,
        level: .warning,
        event: "object.skipped",
        fields: object.members + [("because", cause.json)],
      )
    }
  }
}

extension ApplyOutcome {
  /// The last event of a walk, with how long it took in whole seconds.
  func entry(of planned: PlannedRun, after elapsed: Duration) -> LogEntry {
    let fields: [(String, JSON)] = [
      ("complete", .bool(isComplete)), ("interrupted", .bool(isInterrupted)),
      ("seconds", .integer(elapsed.components.seconds)), ("done", .integer(Int64(done.count))),
      ("failed", .integer(Int64(failed.count))), ("not_ready", .integer(Int64(unready.count))),
      ("skipped", .integer(Int64(skipped.count))),
    ]
    return LogEntry(
      words(of: planned),
      level: isComplete ? .info : .error,
      event: "run.ended",
      fields: fields,
    )
  }
}

extension Action {
  fileprivate var field: (String, JSON) { ("action", .string(rawValue)) }
}
