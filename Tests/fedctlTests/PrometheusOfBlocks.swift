import Foundation
import TestSupport

/// A real Prometheus that holds what a text in OpenMetrics says, on loopback; it ends with this object, or with the
/// process of the tests.
final class PrometheusOfBlocks: Sendable {
  let url: String
  /// Our end of a pipe, which closes however we end.
  private let life: Int32

  static var isInstalled: Bool {
    Tool.path("prometheus") != nil && Tool.path("promtool") != nil
  }

  /// One that never came to answer, as where its port is taken.
  struct NotReady: Error {}

  /// At some port that is free.
  static func started(with metrics: String) throws -> PrometheusOfBlocks {
    for _ in 0..<3 {
      if let process = try? PrometheusOfBlocks(metrics, Int.random(in: 30_000..<32_000)) {
        return process
      }
    }
    throw NotReady()
  }

  private init(_ metrics: String, _ port: Int) throws {
    url = "http://127.0.0.1:\(port)"
    let folder = FileManager.default.temporaryDirectory.appending(path: "blocks-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let text = folder.appending(path: "metrics.txt")
    try Data(metrics.utf8).write(to: text)
    let data = folder.appending(path: "data")
    _ = try Tool.output(
      of: "promtool",
      ["tsdb", "create-blocks-from", "openmetrics", "--quiet", text.path, data.path],
    )
    let pipe = Pipe()
    life = fcntl(pipe.fileHandleForWriting.fileDescriptor, F_DUPFD_CLOEXEC, 0)
    // No other child may hold it open.
    try pipe.fileHandleForWriting.close()
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    // The shell waits for our end of the pipe to close, which it does however we end.
    process.arguments = [
      "-c",
      """
      cd '\(folder.path)' || exit
      echo '{}' >prometheus.yml
      "$PROMETHEUS" --config.file=prometheus.yml --storage.tsdb.path=data \
        --storage.tsdb.retention.time=10y --web.listen-address=127.0.0.1:\(port) >log 2>&1 &
      server=$!; read -r _; kill -9 $server; rm -rf '\(folder.path)'
      """,
    ]
    process.environment = ProcessInfo.processInfo.environment.merging([
      "PROMETHEUS": Tool.path("prometheus")?.path ?? ""
    ]) { $1 }
    process.standardInput = pipe
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    for _ in 0..<600 {
      let command = ["-c", "curl -s '\(url)/-/ready' || true"]
      let answer = String(decoding: try Tool.output(of: "sh", command), as: UTF8.self)
      if answer.contains("Ready") { return }
      usleep(100_000)
    }
    throw NotReady()
  }

  deinit { close(life) }
}
