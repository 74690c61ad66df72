/// A port on which clusters of a sandbox are served, and when nobody is to listen there.
///
/// A cluster has one of its own, as long as there are threads for that: each listener keeps one, and a process gets some
/// 250 of those that wait. Of more clusters several share a port.
struct Door: Sendable {
  /// More listeners than this would leave no thread to answer with.
  private static let most = 128

  /// The clusters behind it, by their contexts.
  let contexts: [String]
  /// For how long nobody is to listen, each time that a fault says so.
  let refusals: AsyncStream<Duration>
  private let refuse: AsyncStream<Duration>.Continuation

  private init(_ contexts: [String]) {
    self.contexts = contexts
    (refusals, refuse) = AsyncStream.makeStream()
  }

  /// Deals clusters out; the first ones are the first of their doors, in this order.
  static func doors(for contexts: [String]) -> [Door] {
    let numbered = contexts.enumerated().map { (door: $0.offset % most, context: $0.element) }
    return Dictionary(grouping: numbered, by: \.door).sorted { $0.key < $1.key }
      .map { Door($0.value.map(\.context)) }
  }

  /// Lets nobody listen for a while, if a cluster is behind this door; nil is all of them.
  func close(for pause: Duration, to context: String?) {
    guard context.map(contexts.contains) ?? true else { return }
    refuse.yield(pause)
  }
}
