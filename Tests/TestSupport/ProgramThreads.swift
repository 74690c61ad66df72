import Foundation

// A release build has no testing library, and builds this target.
#if canImport(Testing)
package import Testing
#endif

/// Threads for tests that wait for programs.
///
/// The pool has as many threads as the machine has cores. Two tests that wait on them keep all others waiting, and the
/// machine idle.
private final class ProgramThreads: TaskExecutor {
  static let shared = ProgramThreads()

  private let queue = OperationQueue()

  /// More at once would hold servers and memory while they wait for a core.
  private init() {
    queue.maxConcurrentOperationCount = 3 * ProcessInfo.processInfo.activeProcessorCount
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.addOperation { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

#if canImport(Testing)
/// Runs each case of a suite's tests on a thread where it may wait.
package struct WaitsForPrograms: SuiteTrait, TestTrait, TestScoping {
  package var isRecursive: Bool { true }

  package func provideScope(
    for test: Test,
    testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void,
  ) async throws {
    try await withTaskExecutorPreference(ProgramThreads.shared) { try await function() }
  }
}

extension Trait where Self == WaitsForPrograms {
  /// The suite's tests start programs and wait for them: see `Scripts/suites`.
  package static var waitsForPrograms: Self { Self() }
}
#endif
