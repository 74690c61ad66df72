import Programs
import Text

/// What stands in for the metrics of a demonstration's hub.
package enum DemoMetrics: Hashable, Sendable {
  /// A Prometheus that answers here, and to which may be written.
  case served(url: String)
  /// No `prometheus` stands on the PATH.
  case absent
  /// The one that does has not come to answer in time.
  case silent
  /// It has ended; with the last of what it said.
  case ended(said: String)

  /// Where it answers.
  package var url: String? { if case .served(let url) = self { url } else { nil } }
}

/// A real `prometheus` on this machine, in which a demonstration keeps what the clusters would send.
package struct DemoPrometheus: Sendable {
  private let environment: [String: String]

  package init(_ environment: [String: String]) { self.environment = environment }

  /// How long it may take to answer before the demonstration goes on without it: for the first time, right after a build,
  /// ten seconds are not enough.
  private static let patience = Duration.seconds(30)

  /// Does the work while it is up, if it comes up at all, and ends it with the work.
  ///
  /// It keeps its data in the demonstration's folder, and listens on loopback at whatever port is free.
  package func serving(
    in folder: DemoFolder,
    lifetime: Duration,
    _ work: @Sendable (DemoMetrics) async throws -> Void,
  ) async throws {
    guard let command = SearchPath(environment).program("prometheus") else {
      return try await work(.absent)
    }
    try folder.write("{}\n", to: "prometheus.yml")
    let (states, told) = AsyncStream.makeStream(of: DemoMetrics.self)
    // Both end with the work.
    async let _ = run(command, in: folder, lifetime, telling: told)
    async let _ = giveUp(telling: told)
    var first = DemoMetrics.silent
    for await state in states {
      first = state
      break
    }
    try Task.checkCancellation()
    try await work(first)
  }

  private func giveUp(telling told: AsyncStream<DemoMetrics>.Continuation) async {
    guard (try? await Task.sleep(for: Self.patience)) != nil else { return }
    told.yield(.silent)
  }

  private func run(
    _ command: String,
    in folder: DemoFolder,
    _ lifetime: Duration,
    telling told: AsyncStream<DemoMetrics>.Continuation,
  ) async {
    let start = PrometheusStart()
    let lines = ErrorLines { line in start.read(line).map { _ = told.yield(.served(url: $0)) } }
    let process = ChildProcess(
      command: command,
      arguments: [
        "--config.file=\(folder.file("prometheus.yml"))",
        "--storage.tsdb.path=\(folder.file("prometheus"))",
        "--web.listen-address=127.0.0.1:0", "--web.enable-remote-write-receiver",
      ],
      environment: environment,
      timeLimit: lifetime,
      onErrors: lines.append,
    )
    if case .ended(_, _, let errors) = await process.run() {
      told.yield(.ended(said: String(decoding: errors.suffix(1_000), as: UTF8.self)))
    }
    told.finish()
  }
}
