import Synchronization
import Testing

@testable import Apply

/// Of much work, no more is begun at once than may be under way.
struct InTurnTests {
  /// How many pieces of work are under way now, and were at most.
  private final class Count: Sendable {
    private let state = Mutex((now: 0, most: 0))

    var most: Int { state.withLock(\.most) }

    func during(_ work: () async -> Void) async {
      state.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      await work()
      state.withLock { $0.now -= 1 }
    }
  }

  @Test(arguments: [1, 3, 100])
  func `all is done, and never more at once than was said`(limit: Int) async {
    let count = Count()
    var squares: [Int] = []
    await inTurn(0..<50, atOnce: limit) { number in
      await count.during { for _ in 0..<5 { await Task.yield() } }
      return number * number
    } then: {
      squares.append($0)
    }
    #expect(squares.sorted() == (0..<50).map { $0 * $0 })
    #expect(count.most <= limit)
  }

  @Test func `nothing is said to be at once`() async {
    var done = 0
    await inTurn(0..<3, atOnce: 0) {
      $0
    } then: { _ in
      done += 1
    }
    #expect(done == 3)
  }
}
