import Diagnostics
import Facts
import Objects
import Operate
import Plan

/// What is said of a plan as a whole.
enum PlanWords {
  static let leaving = "no longer in the fleet file"

  /// What becomes of a cluster that left the file and cannot be cleaned up.
  static func remembered(_ cluster: String) -> String {
    """
    \(leaving): what the fleet has there stays until it is reached, and is told until --forget \
    \(cluster)
    """
  }

  /// A cluster that is called otherwise than when it was applied last.
  static func renamed(_ formerName: String, _ name: String) -> String {
    "\(formerName) -> \(name) (renamed)"
  }

  /// What is not in a plan that is about a part of the fleet.
  static func partial(_ leftOut: LeftOut) -> String {
    let count = leftOut.objects.count
    guard count > 0 else { return "Partial: --cluster and --only leave no change out." }
    // Of many, the whole plan tells more than some names would.
    let names = count > 5 ? "" : ": \(leftOut.objects.map(\.description).joined(separator: ", "))"
    return """
      Partial: \(Count(count, "change")) on \(Count(leftOut.clusters, "cluster")) \
      \(count == 1 ? "is" : "are") left out (--cluster, --only)\(names).
      """
  }

  /// Clusters to which the same is done; as the title of their section.
  static func alike(_ clusters: [String]) -> String {
    "\(clusters.count) alike: \(NameRanges.folded(clusters).joined(separator: ", "))"
  }

  /// The sum of one cluster, or of each of several.
  static func sum(_ sum: String, _ clusters: [String]) -> String {
    clusters.count == 1
      ? "\(clusters[0]): \(sum)"
      : "\(Count(clusters.count, "cluster")): \(sum) each"
  }

  /// Clusters to which nothing happens, in the plan's sum.
  static func unchanged(_ clusters: Int) -> String { "\(Count(clusters, "cluster")) unchanged" }

  /// What the changes of workloads come to for those who use them; nil where no pod is replaced.
  static func renewed(_ sum: PlanSum) -> String? {
    let count = sum.renewedWorkloads
    return count > 0 ? "Pods of \(Count(count, "workload")) are replaced." : nil
  }

  /// Clusters whose identity is not told one by one.
  static func others(_ clusters: [String]) -> String {
    let names = NameRanges.folded(clusters).joined(separator: ", ")
    return
      "\(Count(clusters.count, "cluster")): \(names)  (--full tells context, server and uid of each)"
  }

  /// What the signs before objects and fields mean.
  static func legend(_ actions: [Action], handsOver: Bool, leavesOpen: Bool) -> String {
    let signs =
      actions.map { "\($0.glyph) \($0.verb)" } + (leavesOpen ? ["? not known"] : [])
      + (handsOver ? ["< handed over"] : [])
    return signs.joined(separator: "   ")
  }

  /// Before the fields that several objects have in common.
  static let onEach = "on each of them:"

  /// Where values of alike clusters are left out.
  static func moreValues(_ count: Int) -> String { "… and \(count) other values; --full tells all" }

  /// Where a long value is cut.
  static func moreLines(_ count: Int) -> String {
    "… and \(Count(count, "more line")); --full tells all"
  }

  /// Of a cluster of which nothing is known, in the plan's sum.
  static func nothingPlanned(_ cluster: PlannedCluster) -> String {
    "\(cluster.isLeftAlone ? "MAINTENANCE" : "UNKNOWN"), nothing is planned there"
  }

  /// What to do about what is only told.
  static func leftovers(_ count: Int) -> String {
    "\(Count(count, "leftover")) of a runbook: --remove-leftovers deletes what is named as such above."
  }

  /// What an apply would wait for, though it leaves the object as it is.
  static func notReady(_ reason: ReadinessReason) -> String { "not ready: \(reason.words)" }

  /// The one line of a plan without changes; `unready` are objects that apply waits for all the same.
  static func nothingToDo(_ plan: ChangePlan, _ purpose: RunPurpose, unready: Int) -> String {
    if purpose == .apply, unready == 0, plan.leftOut != nil {
      return "No changes in what was chosen."
    }
    let clusters = Count(plan.clusters.count { !$0.isLeftAlone }, "cluster")
    let rest = leftAlone(plan.clusters.count(where: \.isLeftAlone))
    return switch purpose {
    case .apply where unready > 0:
      "No changes. What is named above is not ready yet: apply waits for \(Count(unready, "object"))."
    case .apply: "No changes. \(clusters) hold what the fleet file asks for.\(rest)"
    case .teardown where plan.changes.isEmpty:
      "Nothing to tear down. \(clusters) hold nothing of it.\(rest)"
    case .teardown: "Nothing more to tear down. What is named above stays.\(rest)"
    }
  }

  /// How many clusters were not looked at because the file has them in maintenance.
  private static func leftAlone(_ count: Int) -> String {
    switch count {
    case 0: ""
    case 1: " One in maintenance was not looked at."
    default: " \(count) in maintenance were not looked at."
    }
  }

  /// How many objects may not be read.
  static let unreadable = "that cannot be read"

  /// What is said of objects that nothing happens to.
  static func left(_ purpose: RunPurpose) -> String {
    switch purpose {
    case .apply: "unchanged"
    case .teardown: "to stay"
    }
  }
}

extension Consequence {
  /// As it stands behind the object.
  var words: String {
    switch self {
    case .takenOver: "exists without the fleet's label: taken over"
    case .takenOverWithPods:
      "exists without the fleet's label: taken over, and its pods are replaced"
    case .renewsPods: "its pods are replaced"
    case .madeAgain: "deleted and created again"
    case .madeAgainAroundPods:
      "deleted and created again around its pods, which go on; its volume claims stay"
    case .madeAgainThenPods:
      "deleted and created again around its pods, which are replaced then; its volume claims stay"
    case .madeAgainWithPods:
      "deleted and created again: its pods stop meanwhile, its volume claims stay"
    case .losesPart: "others write it too: stays, without the fleet's part"
    case .losesLabels: "was there before the fleet: stays, without the fleet's labels"
    }
  }
}

extension Action {
  /// As it follows `to`.
  var verb: String {
    switch self {
    case .create: "create"
    case .adopt: "adopt"
    case .update: "update"
    case .replace: "replace"
    case .delete: "delete"
    case .release: "release"
    case .none: "keep"
    }
  }
}

extension DependencyCycle {
  /// On a line of its own, below the object.
  var words: String {
    "objects wait for each other: \(objects.map(\.description).joined(separator: " -> "))"
  }
}

extension [ObjectReference] {
  /// The first few by name, and how many more there are.
  var someWords: String { Sentence.some(map(\.localDescription).sorted()) }
}
