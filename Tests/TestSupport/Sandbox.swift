import Foundation
import JSON
import Synchronization

/// The real sandbox as a process of its own, with its kubeconfig, its request log and its faults.
package final class Sandbox: Clusters, Sendable {
  package struct Request: Hashable, Sendable {
    package let context: String
    package let method: String
    package let path: String
    package let status: Int

    /// Whether nothing on the server can have changed.
    package var isRead: Bool { method == "GET" || path.contains("dryRun=All") }
  }

  private let process = Process()
  private let folder: URL
  package var kubeconfig: String { folder.appending(path: "kubeconfig").path }
  private var log: URL { folder.appending(path: "requests.log") }
  /// The file of the request log, a line each.
  package var logFile: String { log.path }

  /// In the time that C takes for it: tests that kill a run at its nth request ask every few milliseconds.
  package static func lineCount(of file: String) -> Int {
    guard let bytes = FileManager.default.contents(atPath: file) else { return 0 }
    return unsafe bytes.withUnsafeBytes { bytes in
      var (count, rest) = unsafe (0, bytes[...])
      while let start = unsafe UnsafeRawBufferPointer(rebasing: rest).baseAddress,
        let end = unsafe memchr(start, Int32(UInt8(ascii: "\n")), rest.count)
      {
        count += 1
        unsafe rest = rest.dropFirst(UnsafeRawPointer(end) - start + 1)
      }
      return count
    }
  }

  /// Starts a sandbox with contexts hub, cluster1 and cluster2 and waits until it answers.
  package convenience init(_ arguments: String...) throws { try self.init(arguments) }

  package init(_ arguments: [String]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "sandbox-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    process.executableURL = Fedctl.binary("fedctl-sandbox")
    process.arguments =
      [
        "up", "--contexts", "hub,cluster1,cluster2", "--namespaces", "reverse-words-app",
        "--kubeconfig", kubeconfig, "--log", log.path,
      ]
      + (arguments.contains("--prometheus-operator") ? [] : ["--no-prometheus-operator"])
      + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    var said = Data()
    while said.firstRange(of: Data("ready\n".utf8)) == nil {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { throw SandboxEnded() }
      said += more
    }
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// The sandbox ended before it was ready.
  package struct SandboxEnded: Error {}

  /// What has been asked of it so far, or since `forgetRequests`.
  package func requests() throws -> [Request] {
    try String(contentsOf: log, encoding: .utf8).split(separator: "\n").dropFirst(
      forgotten.withLock(\.self)
    )
    .compactMap { line in
      let words = line.split(separator: " ")
      guard words.count >= 5, let status = Int(words[4]) else { return nil }
      return Request(
        context: String(words[1]),
        method: String(words[2]),
        path: String(words[3]),
        status: status,
      )
    }
  }

  private let forgotten = Mutex(0)

  package func forgetRequests() throws {
    let count = try String(contentsOf: log, encoding: .utf8).split(separator: "\n").count
    forgotten.withLock { $0 = count }
  }

  /// Replaces all faults, in the words of `--fault`.
  package func setFaults(_ faults: String...) throws { try setFaults(faults) }

  /// The same for a list; waits where a fault keeps everybody from listening.
  package func setFaults(_ faults: [String]) throws {
    let list = try JSONSerialization.data(withJSONObject: faults)
    let outcome = try Command.run(
      "curl",
      [
        "-fsS", "--retry", "20", "--retry-delay", "1", "--retry-connrefused", "-X", "POST",
        "--data-binary", "@-", "\(server)/_sandbox/faults",
      ],
      input: String(decoding: list, as: UTF8.self),
      environment: [:],
    )
    if outcome.status != 0 { throw SandboxEnded() }
  }

  /// `http://127.0.0.1:PORT`, without the context.
  private var server: String {
    get throws {
      let document = try JSON(parsing: String(contentsOfFile: kubeconfig, encoding: .utf8))
      let url = document["clusters"]?[0]?["cluster"]?["server"]?.stringValue ?? ""
      return String(url[..<(url.lastIndex(of: "/") ?? url.endIndex)])
    }
  }

  package static var hasKubectl: Bool {
    let paths = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return paths.contains { FileManager.default.isExecutableFile(atPath: "\($0)/kubectl") }
  }
}
