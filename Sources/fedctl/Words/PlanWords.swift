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
    case .madeAgain: "deleted and created again"
    case .madeAgainAroundPods:
      "deleted and created again around its pods, which go on; its volume claims stay"
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

extension Note {
  /// On a line of its own, below the object.
  var words: String {
    switch self {
    case .notValidated(let reason): "not validated by the server yet: \(reason.words)"
    case .takenFrom(let conflict): "\(conflict.field) is taken from \(conflict.manager)"
    case .replacedBecause(let status): "cannot be changed in place: \(status.words)"
    case .undecided(let cluster):
      "left as it is where it depends on cluster \(cluster), which cannot be looked at"
    case .alsoDeletes(let object): "\(object.localDescription), which it installed, goes with it"
    case .tokenExpires(let seconds): "the token expires in \(Self.days(seconds))"
    case .certificateExpires(let seconds): "the certificate expires in \(Self.days(seconds))"
    case .certificateIsRenewed(let reason): "the certificate is made anew: \(reason.words)"
    case .leftToOthers(let fleet):
      "\(fleet.map { "fleet \($0)" } ?? "somebody else") has installed it, so it is left as it is"
    case .isBeingDeleted(let linger): "made anew: it \(linger.words)"
    case .isGoing(let linger): "it \(linger.words)"
    case .broughtBy(let subscription): "\(subscription.localDescription) brought it"
    case .storageCannotShrink(let sizes):
      "the volume claims stay at \(sizes.now): they cannot shrink to \(sizes.wanted)"
    case .storageCannotGrow(let sizes, let name):
      """
      the volume claims stay at \(sizes.now): storage class \(name.isEmpty ? "(none)" : name) does not \
      let them grow to \(sizes.wanted)
      """
    case .lacksStorageClass(let name?):
      "the volumes wait: the cluster has no storage class \(Printable.text(name))"
    case .lacksStorageClass(nil):
      "the volumes wait: they name no storage class, and the cluster has no default one"
    case .leftover(let reason): "left over from a runbook: \(reason.words)"
    case .succeeded(let secret): "\(secret.localDescription) has taken its place"
    case .stays(let reason): "stays: \(reason.words)"
    }
  }

  /// Rounded down, so that nobody is told too much.
  static func days(_ seconds: Int) -> String {
    seconds >= 86_400 ? "\(seconds / 86_400) d" : "\(max(0, seconds) / 3_600) h"
  }
}

extension RenewalReason {
  /// As it follows what is said of the object.
  var words: String {
    switch self {
    case .nearsItsEnd: "no more than a third of its life is left"
    case .otherIssuer: "it is not signed by its authority"
    case .otherNames: "it does not prove the host that it is for"
    case .asked: "that was asked for"
    case .unfit: "what is there is not the certificate and key that belong there"
    }
  }
}

extension LeftoverReason {
  /// As it follows what is said of the object.
  fileprivate var words: String {
    switch self {
    case .becameConfigMap: "the fleet has a ConfigMap of that name instead"
    case .grantsAgain: "the fleet's accounts have what they need, and no others run"
    case .unusedAccount: "nothing runs as it, and only leftovers give it rights"
    case .unusedRole: "only leftovers give it to anybody"
    case .choosesAgain: "the fleet has a ServiceMonitor that chooses the same"
    }
  }
}

extension StayReason {
  /// As it follows what is said of the object.
  fileprivate var words: String {
    switch self {
    case .holdsData: "it holds metrics; --delete-volumes deletes it"
    case .contains(let claims):
      "\(Count(claims, "volume claim")) in it hold metrics; --delete-volumes deletes them, and it"
    case .keepsClaims(let claims):
      "\(Count(claims, "volume claim")) in it hold metrics: once nobody needs them, delete it by hand"
    case .containsForeign(let objects): "it holds objects of others: \(objects.someWords)"
    case .neededBy(let operators): "others' operators need it: \(operators.someWords)"
    case .definesForeign(let objects): "its kind has objects of others: \(objects.someWords)"
    case .serves(let objects): "others have objects for its operator: \(objects.someWords)"
    case .contentUnknown(let reason): "what it holds cannot be read in full: \(reason.words)"
    case .records(let clusters):
      "it records \(Sentence.some(clusters)), which cannot be looked at now; run this again then"
    }
  }
}

extension TooEarly {
  /// As it follows what is said of the object.
  fileprivate var words: String {
    switch self {
    case .kindNotServed(let kind): "kind \(kind.groupKind) is not served yet"
    case .missingNamespace(let name): "namespace \(name) does not exist yet"
    case .answered(let error): error.words
    }
  }
}

extension UnreadableContent {
  /// As it follows what is said of the object.
  fileprivate var words: String {
    switch self {
    case .silentGroup(let group): "\(group) does not answer"
    case .request(let error): error.words
    case .notLookedAt: "nobody has looked"
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
