/// Those who follow the changes of a cluster.
struct Subscribers: Sendable {
  private var continuations: [Int: AsyncStream<Change>.Continuation] = [:]
  private var next = 0

  mutating func add(_ continuation: AsyncStream<Change>.Continuation) -> Int {
    next += 1
    continuations[next] = continuation
    return next
  }

  mutating func remove(_ id: Int) { continuations[id] = nil }

  func tell(_ changes: [Change]) {
    for change in changes {
      for continuation in continuations.values { continuation.yield(change) }
    }
  }
}
