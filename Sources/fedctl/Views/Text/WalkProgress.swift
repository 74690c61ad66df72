import Objects

/// How far a walk has come, and what it waits for, as lines that can be written over.
struct WalkProgress {
  /// An object that is under way.
  private struct Waiting {
    let reason: String
    let since: Duration
  }

  private let title: String
  /// What something is done with, and whatever else turns out to be waited for.
  private var objects: Set<ObjectReference>
  private var ended = 0
  private var waiting: [ObjectReference: Waiting] = [:]
  /// How long each object took that has ended.
  private var times: [ObjectReference: Duration] = [:]

  /// `title` says what is done to which fleet; `objects` are those with which something is done.
  init(_ title: String, objects: Set<ObjectReference>) {
    self.title = title
    self.objects = objects
  }

  /// An object waits for something from `now` on, counted from the beginning; a wait for something else goes on.
  mutating func note(_ object: ObjectReference, _ reason: String, at now: Duration) {
    objects.insert(object)
    waiting[object] = Waiting(reason: reason, since: waiting[object]?.since ?? now)
  }

  /// An object is not under way any more.
  mutating func end(_ object: ObjectReference, at now: Duration) {
    objects.insert(object)
    ended += 1
    if let begun = waiting.removeValue(forKey: object) { times[object] = now - begun.since }
  }

  /// The sum, and a line for each cluster that waits, with what has been waited for longest there.
  func lines(at now: Duration, height: Int) -> [String] {
    let clusters = Dictionary(grouping: waiting, by: \.key.cluster)
    let told = clusters.keys.sorted().prefix(clusters.count > height - 1 ? height - 2 : height - 1)
    let width = told.map(\.count).max() ?? 0
    let lines = told.compactMap { cluster -> String? in
      guard let first = longest(clusters[cluster] ?? []) else { return nil }
      let object = first.key.localDescription
      let time = (now - first.value.since).words
      return
        "  \(cluster.padded(to: width))  \(time.padded(to: 8))  \(object): \(first.value.reason)"
    }
    let more = clusters.count - told.count
    return ["\(title)  \(now.words)  \(ended)/\(objects.count)"] + lines
      + (more > 0 ? ["  \(WalkWords.moreClusters(more))"] : [])
  }

  /// The same for a log, on one line.
  func heartbeat(at now: Duration) -> String {
    let oldest = waiting.sorted { ($0.value.since, $0.key) < ($1.value.since, $1.key) }
    return WalkWords.heartbeat(
      now.words,
      ended,
      of: objects.count,
      oldest.map { "\($0.key): \($0.value.reason)" },
    )
  }

  /// What took longest, each with its time; those that took less than `least` are not worth a word.
  func slowest(_ count: Int, least: Duration) -> [(object: ObjectReference, time: Duration)] {
    times.filter { $0.value >= least }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(count).map { ($0.key, $0.value) }
  }

  private func longest(
    _ waiting: [(key: ObjectReference, value: Waiting)]
  ) -> (key: ObjectReference, value: Waiting)? {
    waiting.min { ($0.value.since, $0.key) < ($1.value.since, $1.key) }
  }
}

extension Duration {
  /// As people say it: `38 s`, `2 m 14 s`, `1 h 3 m`.
  var words: String {
    let seconds = Int(components.seconds)
    switch seconds {
    case ..<60: return "\(seconds) s"
    case ..<3600: return "\(seconds / 60) m \(seconds % 60) s"
    default: return "\(seconds / 3600) h \(seconds % 3600 / 60) m"
    }
  }
}
