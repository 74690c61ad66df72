// A release build has no testing library, and builds this target.
#if canImport(Testing)
import Foundation
package import Testing

/// Runs each case of a suite's tests on a thread where it may wait for programs.
///
/// Two tests that wait on the pool's threads keep all others waiting, and a machine of two cores idle.
package struct WaitsForPrograms: SuiteTrait, TestTrait, TestScoping {
  /// More at once would hold servers and memory while they wait for a core.
  private static let threads: OwnThreads = {
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = 3 * ProcessInfo.processInfo.activeProcessorCount
    return OwnThreads { queue.addOperation($0) }
  }()

  package var isRecursive: Bool { true }

  package func provideScope(
    for test: Test,
    testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void,
  ) async throws {
    try await withTaskExecutorPreference(Self.threads) { try await function() }
  }
}

extension Trait where Self == WaitsForPrograms {
  /// The suite's tests start programs and wait for them: see `Scripts/suites`.
  package static var waitsForPrograms: Self { Self() }
}
#endif
