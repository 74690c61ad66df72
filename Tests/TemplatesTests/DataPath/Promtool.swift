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

  /// Runs a file of rules on series that are given, and throws what differs from what is expected.
  static func judge(_ test: JSON, by rules: JSON) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(rules.text(.pretty).utf8).write(to: folder.appending(path: "rules.yml"))
    let file = folder.appending(path: "test.yml")
    let content: JSON = [
      "rule_files": ["rules.yml"], "evaluation_interval": "1m", "tests": [test],
    ]
    try Data(content.text(.pretty).utf8).write(to: file)
    _ = try Tool.output(of: "promtool", ["test", "rules", file.path])
  }
}
