import Foundation
import HTTP
import TestSupport
import Testing

/// A real Prometheus over TLS, which speaks HTTP/2 and counts the connections that it accepts.
private final class CountingServer {
  let port = Int.random(in: 20_000..<30_000)
  private let life = Pipe()

  /// One that never came to answer.
  struct NotReady: Error {}

  /// At some port that is free; whoever has it already is not asked to go.
  static func started() throws -> CountingServer {
    for _ in 0..<3 { if let server = try? CountingServer() { return server } }
    throw NotReady()
  }

  private init() throws {
    // No other child may hold it open.
    _ = fcntl(life.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    // The shell waits for our end of the pipe to close, which it does however we end.
    process.arguments = [
      "-c",
      """
      cd "$(mktemp -d)" || exit
      openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=s -keyout key -out pem
      echo '{}' >prometheus.yml
      echo '{"tls_server_config": {"cert_file": "pem", "key_file": "key"}}' >web.yml
      "$PROMETHEUS" --config.file=prometheus.yml --storage.tsdb.path=data \
        --web.config.file=web.yml --web.listen-address=127.0.0.1:\(port) >log 2>&1 &
      server=$!; read -r _; kill -9 $server; rm -rf "$PWD"
      """,
    ]
    process.environment = ProcessInfo.processInfo.environment.merging([
      "PROMETHEUS": Tool.path("prometheus")?.path ?? ""
    ]) { $1 }
    process.standardInput = life
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    for _ in 0..<150 {
      if (try? accepted()) != nil { return }
      usleep(200_000)
    }
    throw NotReady()
  }

  deinit { try? life.fileHandleForWriting.close() }

  /// How many connections it has accepted, that of the question among them.
  func accepted() throws -> Int {
    let arguments = ["-sfk", "https://127.0.0.1:\(port)/metrics"]
    let text = String(decoding: try Tool.output(of: "curl", arguments), as: UTF8.self)
    let line = text.split(separator: "\n").first {
      $0.hasPrefix("net_conntrack_listener_conn_accepted_total")
    }
    return try #require(line?.split(separator: " ").last.flatMap { Int($0) })
  }
}

/// Over TLS, HTTP/2 is taken where the server has it: one connection carries whatever is under way.
@Test(.enabled(if: Tool.path("prometheus") != nil))
func `a hundred requests at once take one connection`() async throws {
  let server = try CountingServer.started()
  let transport = try HTTPTransport()
  let request = HTTPRequest(
    .get,
    "https://127.0.0.1:\(server.port)/-/ready",
    tls: TLSOptions(verifiesServer: false),
  )
  let before = try server.accepted()
  let statuses = await withTaskGroup(of: Int?.self) { group in
    for _ in 0..<100 { group.addTask { try? await transport.send(request).status } }
    return await group.reduce(into: []) { $0.append($1) }
  }
  #expect(statuses == Array(repeating: 200, count: 100))
  // One more is that of the second question.
  #expect(try server.accepted() - before - 1 == 1)
}
