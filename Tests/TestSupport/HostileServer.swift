import Foundation

/// A server on loopback that answers as nobody should: see `hostile-server.py`.
package final class HostileServer: Sendable {
  private let port: String
  private let life: LifeLine

  /// One for all tests of a process; it ends with it.
  package static let shared = Result { try HostileServer() }

  package static var isInstalled: Bool { Tool.path("python") != nil }

  private init() throws {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "hostile-server.py")
    let process = Process()
    process.executableURL = Tool.path("python")
    process.arguments = [script.path]
    life = try LifeLine()
    process.standardInput = life.input
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    port = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Host and port, without a scheme.
  package var endpoint: String { "127.0.0.1:\(port)" }

  /// The base URL below which everything is answered in one way.
  package func url(_ way: String) -> String { "http://\(endpoint)/\(way)" }
}
