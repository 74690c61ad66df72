package import Foundation
package import JSON

/// A real Prometheus on loopback, which ends with this object, or with the process of the tests.
package final class PrometheusProcess: Sendable {
  package let port: Int
  /// Its base URL.
  package var url: String { "\(scheme)://127.0.0.1:\(port)" }
  private let scheme: String
  /// What a client has to show.
  private let visitor: (certificate: String, key: String)?
  private let life: LifeLine

  package static var isInstalled: Bool {
    Tool.path("prometheus") != nil && Tool.path("promtool") != nil
  }

  /// One that never came to answer, as where its port is taken or its configuration is wrong.
  package struct NotReady: Error {}

  /// One that runs with a configuration that may name its port, at some port that is free; `web` is how it is
  /// reached, as `tls_server_config` where it is over TLS.
  ///
  /// - `visitor`: the files of a certificate that it lets in, and of its key, where it asks for one.
  /// - `blocks`: what it has stored before it begins.
  package static func started(
    web: JSON? = nil,
    visitor: (certificate: String, key: String)? = nil,
    arguments: [String] = [],
    blocks: URL? = nil,
    _ configuration: (Int) throws -> JSON = { _ in [:] },
  ) throws -> PrometheusProcess {
    try TestSupport.started(at: Array(20_000..<30_000)) { port in
      try PrometheusProcess(
        at: port,
        try configuration(port).text(),
        web,
        visitor,
        arguments,
        blocks,
      )
    }
  }

  /// One that holds what a text in OpenMetrics says, and keeps it however old it is.
  package static func holding(_ metrics: String) throws -> PrometheusProcess {
    let folder = FileManager.default.temporaryDirectory.appending(path: "blocks-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "metrics.txt")
    try Data(metrics.utf8).write(to: file)
    let blocks = folder.appending(path: "data")
    _ = try Tool.output(
      of: "promtool",
      ["tsdb", "create-blocks-from", "openmetrics", "--quiet", file.path, blocks.path],
    )
    return try started(arguments: ["--storage.tsdb.retention.time=10y"], blocks: blocks)
  }

  private init(
    at port: Int,
    _ configuration: String,
    _ web: JSON?,
    _ visitor: (certificate: String, key: String)?,
    _ arguments: [String],
    _ blocks: URL?,
  ) throws {
    self.port = port
    self.visitor = visitor
    scheme = web?["tls_server_config"] == nil ? "http" : "https"
    life = try LifeLine()
    try life.serve(
      """
      printf '%s' "$CONFIGURATION" >prometheus.yml
      printf '%s' "$WEB" >web.yml
      [ -z "$BLOCKS" ] || cp -r "$BLOCKS" data
      "$PROMETHEUS" --config.file=prometheus.yml --storage.tsdb.path=data \
        --web.config.file=web.yml --web.listen-address=127.0.0.1:\(port) \(arguments.joined(separator: " ")) >log 2>&1 &
      """,
      [
        "CONFIGURATION": configuration, "PROMETHEUS": Tool.path("prometheus")?.path ?? "",
        "BLOCKS": blocks?.path ?? "", "WEB": web?.text() ?? "{}",
      ],
    )
    guard try poll({ try fetch("-/ready", []).contains("Ready") ? true : nil }) == true else {
      throw NotReady()
    }
  }

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
    let shown = visitor.map { ["--cert", $0.certificate, "--key", $0.key] } ?? []
    return String(
      decoding: try Tool.output(of: "sh", command + shown + arguments + ["\(url)/\(path)"]),
      as: UTF8.self,
    )
  }
}
