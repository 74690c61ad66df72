package import Foundation
package import JSON

/// A real Prometheus on loopback, which ends with this object, or with the process of the tests.
package final class PrometheusProcess {
  package let port: Int
  private let scheme: String
  private let life = Pipe()

  package static var isInstalled: Bool {
    Tool.path("prometheus") != nil && Tool.path("promtool") != nil
  }

  /// One that never came to answer, as where its port is taken or its configuration is wrong.
  package struct NotReady: Error {}

  /// One that runs with a configuration that may name its port, at some port that is free; `web` is how it is
  /// reached, as `tls_server_config` where it is over TLS.
  ///
  /// - `blocks`: what it has stored before it begins.
  package static func started(
    web: JSON? = nil,
    arguments: [String] = [],
    blocks: URL? = nil,
    _ configuration: (Int) throws -> JSON,
  ) throws -> PrometheusProcess {
    for _ in 0..<3 {
      let port = Int.random(in: 20_000..<30_000)
      let text = try configuration(port).text()
      if let process = try? PrometheusProcess(at: port, text, web, arguments, blocks) {
        return process
      }
    }
    throw NotReady()
  }

  private init(
    at port: Int,
    _ configuration: String,
    _ web: JSON?,
    _ arguments: [String],
    _ blocks: URL?,
  ) throws {
    self.port = port
    scheme = web?["tls_server_config"] == nil ? "http" : "https"
    // No other child may hold it open.
    _ = fcntl(life.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    // The shell waits for our end of the pipe to close, which it does however we end. It does not wait for the server:
    // it has our thread's mask, in which the signal that would wake it is blocked.
    process.arguments = [
      "-c",
      """
      cd "$(mktemp -d)" || exit
      printf '%s' "$CONFIGURATION" >prometheus.yml
      printf '%s' "$WEB" >web.yml
      [ -z "$BLOCKS" ] || cp -r "$BLOCKS" data
      "$PROMETHEUS" --config.file=prometheus.yml --storage.tsdb.path=data \
        --web.config.file=web.yml --web.listen-address=127.0.0.1:\(port) \(arguments.joined(separator: " ")) >log 2>&1 &
      server=$!; read -r _; kill -9 $server; rm -rf "$PWD"
      """,
    ]
    process.environment = ProcessInfo.processInfo.environment.merging([
      "CONFIGURATION": configuration, "PROMETHEUS": Tool.path("prometheus")?.path ?? "",
      "BLOCKS": blocks?.path ?? "", "WEB": web?.text() ?? "{}",
    ]) { $1 }
    process.standardInput = life
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    guard try poll({ try fetch("-/ready", []).contains("Ready") ? true : nil }) == true else {
      throw NotReady()
    }
  }

  deinit { try? life.fileHandleForWriting.close() }

  /// The series that an instant query gives, asked again until there are enough of them.
  package func series(_ query: String, atLeast count: Int) throws -> [JSON] {
    try poll {
      let answer = try fetch("api/v1/query", ["--data-urlencode", "query=\(query)"])
      let series = (try? JSON(parsing: answer))?["data"]?["result"]?.arrayValue ?? []
      return series.count >= count ? series : nil
    } ?? []
  }

  /// What the API gives for a query, as `query` or `query_range`; with a flaw, nothing.
  package func answer(_ path: String, _ parameters: [String]) throws -> [JSON] {
    let arguments = parameters.flatMap { ["--data-urlencode", $0] }
    let text = try fetch("api/v1/\(path)", arguments)
    return try JSON(parsing: text)["data"]?["result"]?.arrayValue ?? []
  }

  private func poll<Value>(_ attempt: () throws -> Value?) rethrows -> Value? {
    for _ in 0..<150 {
      if let value = try attempt() { return value }
      usleep(200_000)
    }
    return nil
  }

  private func fetch(_ path: String, _ arguments: [String]) throws -> String {
    let command = ["-c", "curl -sk \"$@\" || true", "curl"]
    let url = "\(scheme)://127.0.0.1:\(port)/\(path)"
    return String(
      decoding: try Tool.output(of: "sh", command + arguments + [url]),
      as: UTF8.self,
    )
  }
}
