import Foundation

/// A process between a client and an S3 server that answers some requests itself: see `s3-proxy.py`.
package final class ObjectProxy: Sendable {
  package enum Fault: String {
    case none = ""
    case slow
    case denied
    case skewed
    case expired
    case elsewhere
    case keeps
    case quiet
    case page
    case endless
    case blind
    case begins
  }

  /// Host and port, without a scheme.
  package let endpoint: String
  /// The file that gets a line for each request.
  package let log: String
  private let life: LifeLine

  package init(to server: ObjectServer, _ fault: Fault = .none) throws {
    log = FileManager.default.temporaryDirectory.appending(path: "s3-\(UUID()).log").path
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "s3-proxy.py")
    let process = Process()
    process.executableURL = Tool.path("python")
    process.arguments = [script.path, server.endpoint, log, fault.rawValue]
    life = try LifeLine()
    process.standardInput = life.input
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    endpoint = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  // The process ends with its standard input; nobody has to wait for that.
  deinit { try? FileManager.default.removeItem(atPath: log) }

  /// The requests so far: method, path, and whether it was passed on or refused.
  package func requests() throws -> [String] {
    try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").map(String.init)
  }
}
