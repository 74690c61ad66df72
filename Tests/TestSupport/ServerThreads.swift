import Dispatch

/// Threads for servers of tests in this process.
///
/// Those of the pool may all be held by tests that work; a server on them would answer when its client has long given up.
package enum ServerThreads {
  private static let threads: OwnThreads = {
    let queue = DispatchQueue(label: "servers of tests", attributes: .concurrent)
    return OwnThreads { queue.async(execute: $0) }
  }()

  /// Runs a server, and what it calls to answer, until it stops.
  package static func run(
    _ server: @escaping @Sendable () async throws -> Void
  ) -> Task<Void, any Error> {
    Task(executorPreference: threads) { try await server() }
  }
}
