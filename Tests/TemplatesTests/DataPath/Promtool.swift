import Foundation
import JSON
import TestSupport

/// Prometheus' own judge of files.
enum Promtool {
  /// Throws what it thinks of a file with this content.
  static func judge(_ arguments: [String], _ content: JSON) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).yml")
    try Data(content.text(.pretty).utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    _ = try Tool.output(of: "promtool", arguments + [file.path])
  }
}
