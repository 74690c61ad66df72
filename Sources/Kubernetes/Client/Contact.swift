import Facts
import FoundationEssentials
import Objects
import Synchronization
import Text

/// What is known of a cluster's willingness to answer, shared by all calls to it in a run.
final class Contact: Sendable {
  private struct State {
    var hasAnswered = false
    /// Whether it has been told that the cluster keeps us waiting.
    var isTold = false
    /// Requests that have no answer yet, by number, and since when.
    var open: [Int: ContinuousClock.Instant] = [:]
    var lastNumber = 0
    /// Whether a task looks after them.
    var isWatched = false
    /// What it has advised against.
    var warnings: Set<APIWarning> = []
    /// When it was first asked anything.
    var asked: ContinuousClock.Instant?
    /// What the cluster's clock said last, and when we read it.
    var clock: (text: String, date: Date, read: ContinuousClock.Instant)?

    /// Many answers come within one second: what was read once is not read again.
    mutating func read(clock text: String) {
      guard clock?.text != text, let date = HTTPDate.date(text) else { return }
      clock = (text, date, .now)
    }
  }

  private let state = Mutex(State())
  private let context: String
  private let server: String
  private let tell: @Sendable (ContactNews) -> Void
  private let warn: @Sendable (APIWarning) -> Void

  /// `tell` gets what a person should know who waits, `warn` what the cluster advises against.
  init(
    _ connection: ClusterConnection,
    tell: @escaping @Sendable (ContactNews) -> Void,
    warn: @escaping @Sendable (APIWarning) -> Void,
  ) {
    context = connection.context
    server = connection.server
    self.tell = tell
    self.warn = warn
  }

  /// Whether the cluster has answered anything in this run.
  var hasAnswered: Bool { state.withLock(\.hasAnswered) }

  /// The time by the cluster's own clock, to a second or two; nil until it has told it.
  var time: Date? {
    state.withLock(\.clock).map {
      $0.date.addingTimeInterval($0.read.duration(to: .now) / .seconds(1))
    }
  }

  /// How long ago the cluster was first asked anything; from now on, where it was not.
  func askedFor() -> Duration {
    let asked = state.withLock { state in
      let asked = state.asked ?? .now
      state.asked = asked
      return asked
    }
    return asked.duration(to: .now)
  }

  /// An answer has come, whatever its status; `date` is its header of that name.
  func answered(date: String?) {
    let wasTold = state.withLock { state in
      if let date { state.read(clock: date) }
      defer { (state.hasAnswered, state.isTold) = (true, false) }
      return state.isTold
    }
    if wasTold { tell(ContactNews(context: context, server: server, kind: .back)) }
  }

  /// Tells what keeps a call waiting, unless that has been told since the last answer.
  func keepsWaiting(_ kind: ContactNews.Kind) {
    let isNews = state.withLock { state in
      defer { state.isTold = true }
      return !state.isTold
    }
    if isNews { tell(ContactNews(context: context, server: server, kind: kind)) }
  }

  /// Tells something at once, each time.
  func tells(_ kind: ContactNews.Kind) {
    tell(ContactNews(context: context, server: server, kind: kind))
  }

  /// Sends a request, and tells of it where it stays without an answer for longer than this.
  ///
  /// One task looks after all requests to the cluster: most of them are answered at once.
  func watchingSilence<Answer>(
    for time: Duration,
    _ request: () async -> Answer,
  ) async -> Answer {
    let (number, isWatched) = state.withLock { state in
      state.lastNumber += 1
      state.open[state.lastNumber] = .now
      defer { state.isWatched = true }
      return (state.lastNumber, state.isWatched)
    }
    if !isWatched { Task { await watch(for: time) } }
    defer { state.withLock { _ = $0.open.removeValue(forKey: number) } }
    return await request()
  }

  /// Until no request is open.
  private func watch(for time: Duration) async {
    while let rest = untilSilent(for: time) {
      if rest <= .zero { keepsWaiting(.silent(for: time)) }
      try? await Task.sleep(for: rest > .zero ? rest : time)
    }
  }

  /// How long until the oldest open request has been without an answer for so long; nil where none is open, and nobody
  /// looks after the next.
  private func untilSilent(for time: Duration) -> Duration? {
    state.withLock { state in
      guard let oldest = state.open.values.min() else {
        state.isWatched = false
        return nil
      }
      return time - oldest.duration(to: .now)
    }
  }

  /// Hands on what a `Warning` header says of an object, unless it has said so before.
  func warned(_ header: String, about object: ObjectReference) {
    guard let text = APIWarning.text(of: header) else { return }
    let warning = APIWarning(context: context, object: object, text: text)
    if state.withLock({ $0.warnings.insert(warning).inserted }) { warn(warning) }
  }
}
