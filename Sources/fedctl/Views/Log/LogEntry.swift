import Diagnostics
import JSON

/// One thing that is told while a command runs: a line for people, or an object for programs.
struct LogEntry {
  /// How much a program should care.
  enum Level: String {
    case info
    case warning
    case error
  }

  let level: Level
  /// What kind of thing it is; docs/schemas/log-1.json lists them.
  let event: String
  /// What people read; it may have several lines.
  let message: String
  /// What programs read besides.
  let fields: [(String, JSON)]

  init(
    _ message: String,
    level: Level = .info,
    event: String = "message",
    fields: [(String, JSON)] = [],
  ) {
    self.message = message
    self.level = level
    self.event = event
    self.fields = fields
  }

  /// On one line, at a time as RFC 3339 has it; secrets are still in it.
  func line(at time: String) -> String {
    let own: [(String, JSON)] = [
      ("time", .string(time)), ("level", .string(level.rawValue)), ("event", .string(event)),
      ("message", .string(message)),
    ]
    return Printable.json(JSON.object(JSONObject(own + fields)).text())
  }
}
