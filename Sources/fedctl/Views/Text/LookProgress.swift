import Kubernetes
import Synchronization

/// How far a look at the clusters has come: there is no end to be told, only that something happens, and where.
final class LookProgress: Sendable {
  /// What has been answered.
  private struct State {
    var requests = 0
    var contexts: Set<String> = []
    var told: Duration?
  }

  private let state = Mutex(State())
  private let start = ContinuousClock.now
  /// More often nobody could read it.
  private static let pause = Duration.milliseconds(200)

  /// The line that says it, after one more request; nil where it is too soon for another.
  func line(after trace: RequestTrace) -> String? {
    line(trace.context, isAnswered: trace.status != nil, at: elapsed)
  }

  /// How long ago the look began.
  var elapsed: Duration { start.duration(to: .now) }

  /// The same at a time, counted from the beginning.
  func line(_ context: String, isAnswered: Bool, at now: Duration) -> String? {
    state.withLock { state in
      state.requests += 1
      if isAnswered { state.contexts.insert(context) }
      if let told = state.told, now - told < Self.pause { return nil }
      state.told = now
      return RunWords.looking(state.requests, state.contexts.count, now)
    }
  }
}
