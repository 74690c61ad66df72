import FoundationEssentials
import Programs

/// `fedctl-sandbox`, which plays the clusters of a demonstration on this machine.
package struct DemoSandbox: Sendable {
  /// What it is called, wherever it is.
  private static let name = "fedctl-sandbox"
  /// What it serves.
  package static let contexts = ["hub", "cluster1", "cluster2"]

  /// The Service of the demonstration's fleet that answers queries: context, namespace and name.
  private static let querier = "hub/thanos/thanos-querier"

  private let command: String
  private let environment: [String: String]

  /// The one beside this program, which is of the same release; else one on the PATH.
  package init(_ environment: [String: String]) throws(DemoProblem) {
    self.environment = environment
    let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let beside = URL(filePath: own ?? "/").deletingLastPathComponent().path
    let found = SearchPath(environment, first: [beside]).program(Self.name)
    guard let found else { throw .noSandbox(beside: beside) }
    command = found
  }

  /// Does the work while the sandbox is up, and ends it with the work, however that ends.
  ///
  /// The kubeconfig is there when the work begins. Should this program be killed, the sandbox ends by itself after
  /// `lifetime`. `metrics` is what answers for the hub's querier.
  ///
  /// - Throws: what the work throws, or `DemoProblem` where the sandbox ends before it.
  package func serving(
    kubeconfig: String,
    lifetime: Duration,
    metrics: DemoMetrics,
    _ work: @escaping @Sendable () async throws -> Void,
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { throw await problem(serving: kubeconfig, lifetime, metrics) }
      group.addTask {
        // It writes the file as a whole, once all contexts answer.
        while !FileManager.default.fileExists(atPath: kubeconfig) {
          try await Task.sleep(for: .milliseconds(20))
        }
        try await work()
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  /// Runs it, and tells why it has ended.
  private func problem(
    serving kubeconfig: String,
    _ lifetime: Duration,
    _ metrics: DemoMetrics,
  ) async -> any Error {
    let proxies = metrics.url.map { ["--proxy", "\(Self.querier)=\($0)"] } ?? []
    let process = ChildProcess(
      command: command,
      arguments: [
        "up", "--contexts", Self.contexts.joined(separator: ","), "--kubeconfig", kubeconfig,
        "--seconds", "\(lifetime.components.seconds)",
      ] + proxies,
      environment: environment,
      timeLimit: lifetime,
    )
    return switch await process.run() {
    case .stopped(.cancelled): CancellationError()
    case .notStarted(let number): DemoProblem.notStarted(number)
    case .ended(_, _, let errors):
      DemoProblem.sandboxEnded(said: String(decoding: errors.suffix(2_000), as: UTF8.self))
    case .stopped: DemoProblem.sandboxEnded(said: "")
    }
  }
}
