import Diagnostics
import ObjectStore
import Objects
import Operate
import Text

extension WorkFinding {
  /// Behind the name of the check.
  var words: String {
    switch self {
    case .allReady(let count): StatusWords.ready(count, of: count)
    case .notApplied: "nothing of the fleet is there yet"
    case .absent(let objects):
      "\(Count(objects.count, "object")) not there: \(Sentence.some(objects.map(\.localDescription)))"
    case .notReady(let object, let reason, let cause):
      "\(object.localDescription): \(reason.words)\(cause.clause)"
    case .moreNotReady(let count): "\(Count(count, "more object")) not ready"
    case .egressClosed(let policy): "\(policy.localDescription) lets pods reach nothing"
    case .egressLimited(let policy): "\(policy.localDescription) chooses what pods may reach"
    case .egressUntold:
      "no NetworkPolicy limits what pods may reach; firewalls cannot be seen from here"
    }
  }

  /// What to do next; nothing where all is well.
  var remedy: String {
    switch self {
    case .allReady, .notApplied, .egressUntold: ""
    case .absent: "Run `fedctl apply`, which makes what is missing."
    case .notReady(_, _, let cause):
      cause == nil
        ? "Look at the object's status and events; `fedctl apply` waits for it."
        : "Mend the cause that is named; `fedctl apply` waits for it."
    case .moreNotReady: "Mend the others first; `fedctl status` names them all."
    case .egressClosed, .egressLimited:
      "Let the fleet's Prometheus reach the hub's host, port 443, and the cluster's DNS."
    }
  }
}

extension LockFinding {
  /// Behind the name of the check.
  var words: String {
    switch self {
    case .free: "nobody works on the fleet"
    case .held(let holder): "\(Self.person(holder)) works on the fleet"
    case .left(let holder): "\(Self.person(holder)) has died over the fleet, or was cut off"
    case .untold(let refusal): refusal.words
    }
  }

  /// What to do next; nothing where all is well.
  var remedy: String {
    switch self {
    case .free, .held, .untold: ""
    case .left: "Run `fedctl apply`, which takes the lock over and goes on from there."
    }
  }

  /// Without what tells two runs of one process number apart.
  private static func person(_ holder: String) -> String {
    Printable.text(String(holder.prefix { $0 != "(" }.trimmed))
  }
}

extension BucketFinding {
  /// Behind the name of the check.
  var words: String {
    switch self {
    case .usable(let name, let versions, let isLocked):
      [
        "\(name) can be listed and written",
        versions ? "deleted objects stay as versions" : nil,
        isLocked
          ? "Object Lock is on, under which Thanos cannot delete what it has compacted" : nil,
      ].compactMap(\.self).joined(separator: "; ")
    case .isMade(let name): "\(name) is not there yet: apply makes it"
    case .otherFleet(let fleet, let name): "\(name) belongs to fleet \(fleet) by its tag"
    case .unchecked(let reason): "is not looked at: \(reason.words)"
    case .unusable(let obstacle): obstacle.words
    case .unwritable(let error): "can be listed and not written: \(error.words)"
    }
  }

  /// What to do next; nothing where all is well.
  var remedy: String {
    switch self {
    case .usable: "Take a bucket without Object Lock."
    case .isMade, .unchecked: ""
    case .otherFleet: "Take another bucket or `prefix`, if that is not meant."
    case .unusable(.otherRegion(_, let region)): "Write `region: \(region)` under `bucket`."
    case .unusable(.failure), .unwritable:
      "Mend what is named, in the fleet file, the credentials or the bucket's policy, then run this again."
    }
  }
}
