import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// What `transform` makes of the elements, in their order, as `flatMap` would.
  ///
  /// Each cluster is rendered from the fleet file alone, so that a thousand of them need not wait for each other.
  func flatMapOnAllCores<Result: Sendable>(
    _ transform: @Sendable (Element) -> [Result]
  ) -> [Result] {
    // Few enough that a small fleet is rendered at once, and many enough that no core waits for another.
    let share = 32
    let pieces = (count + share - 1) / share
    guard pieces > 1 else { return flatMap(transform) }
    let results = Mutex<[Int: [Result]]>([:])
    DispatchQueue.concurrentPerform(iterations: pieces) { piece in
      let part = self[(piece * share)..<Swift.min(count, (piece + 1) * share)]
      let made = part.flatMap(transform)
      results.withLock { $0[piece] = made }
    }
    return results.withLock { results in (0..<pieces).flatMap { results[$0] ?? [] } }
  }
}
