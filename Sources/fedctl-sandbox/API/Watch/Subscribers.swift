/// Those who follow the changes of a cluster.
struct Subscribers: Sendable {
  typealias Follower = AsyncStream<Change>.Continuation

  private var followers: [Int: Follower] = [:]
  /// Those of the followers that are watches over HTTP.
  private var clients: Set<Int> = []
  private var next = 0

  var all: [Follower] { Array(followers.values) }

  /// Returns the number under which the follower is known.
  mutating func add(_ follower: Follower, isClient: Bool) -> Int {
    next += 1
    if isClient { clients.insert(next) }
    followers[next] = follower
    return next
  }

  /// Forgets a follower and returns it, so that it ends where the caller wants.
  mutating func remove(_ id: Int) -> Follower? {
    clients.remove(id)
    return followers.removeValue(forKey: id)
  }

  /// Forgets all clients; the played controllers stay.
  mutating func removeClients() -> [Follower] { clients.compactMap { remove($0) } }
}
