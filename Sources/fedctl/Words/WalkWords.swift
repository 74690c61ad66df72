import Apply
import Diagnostics
import Objects
import Operate
import Plan
import Templates

/// What is said while a plan is carried out.
enum WalkWords {
  /// The first of the lines that are written over.
  static func title(_ purpose: RunPurpose, fleet: String) -> String {
    switch purpose {
    case .apply: "Applying \(fleet)"
    case .teardown: "Tearing down \(fleet)"
    }
  }

  /// Clusters for which there is no line.
  static func moreClusters(_ count: Int) -> String { "\(Count(count, "more cluster")) under way" }

  /// That a run is alive, and what it waits for, longest first.
  static func heartbeat(_ time: String, _ ended: Int, of total: Int, _ waiting: [String]) -> String
  {
    let waits = waiting.isEmpty ? "" : "; waiting for \(Sentence.some(waiting, atMost: 3))"
    return "[\(time) elapsed] \(ended) of \(total) done\(waits)"
  }

  /// Where the time of a long run went.
  static func took(_ time: String, _ slowest: [String]) -> String {
    "took \(time); longest: \(slowest.joined(separator: ", "))"
  }
}

extension ApplyEvent {
  /// What has happened to one object, on one line.
  var words: String {
    switch self {
    case .started(let reference, _): "\(reference): \(progress)"
    case .waiting(let reference, _, _): "\(reference): waiting: \(progress)"
    case .finished(let reference, let action): "\(reference): \(action.done)"
    case .failed(let reference, let error):
      "\(reference): \(error.isOfMissingNamespace ? "left out" : "failed"): \(error.words)"
    case .skipped(let reference, let cause): "\(reference): skipped because \(cause) failed"
    }
  }

  /// What is waited for, where the object is known: of another than the one that is applied, which.
  var progress: String {
    guard case .waiting(let reference, let object, let reason) = self else {
      return "being applied"
    }
    return object == reference ? reason.words : "\(object.localDescription): \(reason.words)"
  }
}

extension ApplyOutcome {
  /// The last line of a run: what has been done, and what is left.
  func words(of planned: PlannedRun) -> String { words(of: planned.purpose, away: planned.away) }

  /// `away` are clusters on which nothing could be done.
  func words(of purpose: RunPurpose, away: [String] = []) -> String {
    let counts = Action.allCases.compactMap { action -> String? in
      let count = self.done.values.count { $0 == action }
      return count > 0 ? "\(count) \(action.done)" : nil
    }
    let done = counts.isEmpty ? "nothing done" : counts.joined(separator: ", ")
    let absence = away.isEmpty ? "" : " \(Self.absence(of: away))"
    guard !isComplete else {
      return "\(purpose.title) \(away.isEmpty ? "complete" : "incomplete"): \(done).\(absence)"
    }
    let leftOut = failed.values.count(where: \.isOfMissingNamespace)
    let parts = [
      (failed.count - leftOut, "failed"), (leftOut, "left out"), (unready.count, "not ready"),
      (skipped.count, "skipped"),
    ]
    let left = parts.filter { $0.0 > 0 }.map { ", \($0.0) \($0.1)" }.joined()
    let line = "\(purpose.title) incomplete: \(done)\(left). \(next)\(absence)"
    return ([line] + causes).joined(separator: "\n")
  }

  private static func absence(of clusters: [String]) -> String {
    let names = Sentence.some(NameRanges.folded(clusters), atMost: 12)
    return
      "Nothing was done on \(names): run it again once \(clusters.count == 1 ? "it is" : "they are") back."
  }

  /// What to do now: what is refused for good is not mended by trying again.
  private var next: String {
    failed.isEmpty || failed.values.contains { !$0.isForGood } || !unready.isEmpty
      ? "Run it again to go on." : "Mend what is refused, then run it again."
  }

  /// Each failure once more, for its line is far above by now; what many objects have in common once.
  private var causes: [String] {
    let all = failed.merging(unready) { $1 }.sorted { $0.key < $1.key }
    let objects = Dictionary(grouping: all, by: \.value.words).mapValues { $0.map(\.key) }
    var told: Set<String> = []
    let words = all.map(\.value.words).filter { told.insert($0).inserted }
    let lines = words.prefix(20).map { "  \(Self.whose(objects[$0] ?? [])): \($0)" }
    let more = words.dropFirst(20).reduce(0) { $0 + (objects[$1]?.count ?? 0) }
    return more > 0 ? lines + ["  and \(more) more, told above"] : lines
  }

  private static func whose(_ objects: [ObjectReference]) -> String {
    let names = Sentence.some(objects.map(\.description), atMost: 3)
    return objects.count > 1 ? "\(Count(objects.count, "object")) (\(names))" : names
  }
}

extension [Entrance] {
  /// How each page is opened, one below the other.
  var lines: [String] {
    let width = map(\.page.name.count).max() ?? 0
    return map { entrance in
      let room = String(repeating: " ", count: width - entrance.page.name.count + 2)
      return "\(entrance.page.name)\(room)\(entrance.way)"
    }
  }
}

extension Page {
  /// What people call it.
  var name: String {
    switch self {
    case .grafana: "Grafana"
    case .querier: "Querier"
    }
  }
}

extension Entrance {
  /// An address to open, or where nothing leads in from outside, the command that opens one.
  var way: String {
    if let url { return url }
    let place = service.namespace.map { " --namespace \($0)" } ?? ""
    let command =
      "kubectl --context \(context.shellWord)\(place) port-forward service/\(service.name) \(port)"
    return "\(command), then http://localhost:\(port)"
  }
}

extension String {
  /// As one word of a shell's command line, in quotes where it needs them.
  var shellWord: String {
    let isPlain =
      !isEmpty
      && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./:@%+=".contains($0)) }
    return isPlain ? self : "'\(replacing("'", with: "'\\''"))'"
  }
}

extension RunPurpose {
  /// At the beginning of the last line.
  fileprivate var title: String {
    switch self {
    case .apply: "Apply"
    case .teardown: "Teardown"
    }
  }
}

extension Action {
  /// As it follows a count or the object's name.
  var done: String {
    switch self {
    case .create: "created"
    case .adopt: "adopted"
    case .update: "updated"
    case .replace: "replaced"
    case .delete: "deleted"
    case .release: "released"
    case .none: "unchanged"
    }
  }
}
