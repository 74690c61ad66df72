/// How long an object that others write at the same time is read and written again.
///
/// A controller may write a status many times a second. How often it came first says nothing of the next time, so
/// that time alone is the limit; a few tries are made even where nobody wants to wait.
struct Contention {
  private static let fewest = 5
  private static let longestRest = Duration.milliseconds(500)

  private let deadline: ContinuousClock.Instant
  private var losses = 0

  init(lasting limit: Duration) { deadline = .now + limit }

  /// Rests after a write that was refused because somebody else's came first, a little longer each time.
  ///
  /// - Returns: false once the time is up, or the run is interrupted.
  mutating func mayTryAgain() async -> Bool {
    losses += 1
    guard losses < Self.fewest || ContinuousClock.now < deadline else { return false }
    let rest = min(Duration.milliseconds(20) * losses, Self.longestRest)
    return (try? await Task.sleep(for: rest)) != nil
  }
}
