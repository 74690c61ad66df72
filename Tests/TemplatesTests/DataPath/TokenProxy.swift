import Foundation
import TestSupport

/// A TLS proxy before a Prometheus that lets in whoever shows one token: see `token-proxy.py`.
final class TokenProxy {
  let port: Int
  private let log: String
  private let life: LifeLine

  enum Outcome: String {
    case passed
    case refused
    /// The client broke off the handshake.
    case untrusted
  }

  struct NotStarted: Error {}

  init(to prometheus: PrometheusProcess, _ certificate: TestCertificate, token: String) throws {
    log = FileManager.default.temporaryDirectory.appending(path: "proxy-\(UUID()).log").path
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "token-proxy.py")
    let process = Process()
    process.executableURL = Tool.path("python3")
    process.arguments =
      [script.path, "\(prometheus.port)", certificate.file, certificate.keyFile, token, log]
    life = try LifeLine()
    process.standardInput = life.input
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = Int(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw NotStarted()
    }
    self.port = port
  }

  // The process ends with its standard input; nobody has to wait for that.
  deinit { try? FileManager.default.removeItem(atPath: log) }

  /// Whether there was such an outcome, and no other, as soon as there is any.
  func hasOnly(_ outcome: Outcome) throws -> Bool {
    for _ in 0..<150 {
      let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
      if !lines.isEmpty { return lines.allSatisfy { $0 == outcome.rawValue } }
      usleep(200_000)
    }
    return false
  }
}
