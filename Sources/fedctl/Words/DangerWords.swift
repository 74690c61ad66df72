import Diagnostics
import Objects
import Operate
import Plan

extension Danger {
  /// One sentence, as it stands above the plan and beside the question.
  var words: String {
    switch self {
    case .clustersLeave(let clusters):
      """
      \(Count(clusters.count, "cluster")) \(clusters.count == 1 ? "leaves" : "leave") the fleet, and \
      all of it there is deleted: \(clusters.folded)
      """
    case .deletes(let objects):
      """
      \(Count(objects.count, "object")) \(objects.count == 1 ? "is" : "are") deleted: \
      \(objects.dangerNames)
      """
    case .replaces(let objects, let consequence): "\(objects.dangerNames): \(consequence.words)"
    case .bucketMoves(let before, let after):
      """
      metrics go to bucket \(after) from now on: \(before) keeps its history, and queries no longer \
      see it
      """
    case .shortensRetention(let resolution, let before, let after):
      """
      \(resolution.words) older than \(after) go from the bucket for good: so far they stay \
      \(before.map { "for \(Printable.text($0))" } ?? "for ever")
      """
    case .podsGo(let object, let count, let keepsClaims):
      "\(object): \(Note.podsGo(count, keepsClaims: keepsClaims).words)"
    case .splitsSeries(let clusters, let labels):
      """
      series of \(clusters.some) change in \(Sentence.and(labels)): what is stored keeps the old \
      labels, and new series begin
      """
    case .renames(let before, let after):
      """
      \(before) is renamed to \(after): new series bear cluster="\(after)", those that are stored \
      keep cluster="\(before)"
      """
    case .takesOver(let objects):
      """
      \(Count(objects.count, "object")) of others \(objects.count == 1 ? "becomes" : "become") the \
      fleet's and \(objects.count == 1 ? "loses" : "lose") what was set there: \(objects.dangerNames)
      """
    case .lacks(let lack, let users):
      """
      \(lack.words(on: users.clusterNames.some, of: users.clusterNames.count))\(users.neederClause): \
      \(lack.remedy)
      """
    case .clustersUnknown(let clusters, let all):
      """
      \(clusters.count) of \(Count(all, "cluster")) cannot be looked at, and \
      \(clusters.count == 1 ? "is" : "are") left as \(clusters.count == 1 ? "it is" : "they are"): \
      \(clusters.some)
      """
    case .blocked(let objects, let obstacle):
      """
      \(Count(objects.count, "object")) cannot be applied as \(objects.count == 1 ? "it" : "they") \
      stand\(objects.count == 1 ? "s" : ""), \(objects.dangerNames): \(obstacle.words)
      """
    }
  }
}

extension BucketResolution {
  fileprivate var words: String {
    switch self {
    case .raw: "raw samples"
    case .fiveMinutes: "samples of five minutes"
    case .oneHour: "samples of an hour"
    }
  }
}

extension [String] {
  /// Names that count up by the first and the last.
  fileprivate var folded: String { NameRanges.folded(self).joined(separator: ", ") }

  /// The same where nothing is lost by it, so that many do not hide what else is told.
  fileprivate var some: String { Sentence.some(NameRanges.folded(self), atMost: 12) }
}

extension [ObjectReference] {
  /// The clusters that they are on, each once.
  fileprivate var clusterNames: [String] {
    var told: Set<String> = []
    return map(\.cluster).filter { told.insert($0).inserted }
  }

  /// What holds most first, a few by name with their cluster.
  fileprivate var dangerNames: String {
    let weighed = enumerated().sorted {
      ($0.element.kind.weight, $0.offset) < ($1.element.kind.weight, $1.offset)
    }
    return Sentence.some(weighed.map(\.element.description), atMost: 3)
  }
}

extension ResourceKind {
  /// How far to the front of a list an object belongs: with a namespace or a definition goes all in it.
  fileprivate var weight: Int {
    switch self {
    case .namespace, .customResourceDefinition: 0
    case .persistentVolumeClaim: 1
    case .statefulSet, .deployment, .prometheus, .monitoringStack: 2
    default: 3
    }
  }
}

extension PlanSum {
  /// `2 to create, 1 to update, 17 unchanged`.
  func words(_ purpose: RunPurpose) -> String {
    let parts = Action.allCases.compactMap { action -> String? in
      guard let count = counts[action] else { return nil }
      return action == .none ? "\(count) \(PlanWords.left(purpose))" : "\(count) to \(action.verb)"
    }
    let all = parts + (unreadable > 0 ? ["\(unreadable) \(PlanWords.unreadable)"] : [])
    return all.isEmpty ? "nothing" : all.joined(separator: ", ")
  }

  /// `40 to update, 2 to delete on 40 of 41 clusters`; without any object only the bucket is left to change.
  var whatAndWhere: String {
    let parts = Action.allCases.compactMap { action -> String? in
      guard action != .none, let count = counts[action] else { return nil }
      return "\(count) to \(action.verb)"
    }
    guard !parts.isEmpty else { return "the bucket alone" }
    let what = parts.joined(separator: ", ")
    let all = Count(clusters, "cluster")
    return "\(what) on \(touched == clusters ? "\(all)" : "\(touched) of \(all)")"
  }
}
