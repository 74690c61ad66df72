import Dispatch

/// Threads for servers of tests in this process.
///
/// Those of the pool, as many as cores, may all be held by tests that wait for a program; a server on them would answer
/// when its client has long given up.
package final class ServerThreads: TaskExecutor {
  private static let shared = ServerThreads()

  private let queue = DispatchQueue(label: "servers of tests", attributes: .concurrent)

  /// Runs a server, and what it calls to answer, until it stops.
  package static func run(
    _ server: @escaping @Sendable () async throws -> Void
  ) -> Task<Void, any Error> {
    Task(executorPreference: shared) { try await server() }
  }

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
