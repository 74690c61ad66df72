import Diagnostics
import Objects
import Operate
import Plan

/// What is said of a plan as a whole.
enum PlanWords {
  static let leaving = "no longer in the fleet file"
  static let nothingPlanned = "UNKNOWN, nothing is planned there"

  static func nothingToDo(_ plan: ChangePlan, _ purpose: RunPurpose) -> String {
    let clusters = Count(plan.clusters.count, "cluster")
    return switch purpose {
    case .apply: "No changes. \(clusters) hold what the fleet file asks for."
    case .teardown where plan.changes.isEmpty:
      "Nothing to tear down. \(clusters) hold nothing of it."
    case .teardown: "Nothing more to tear down. What is named above stays."
    }
  }

  /// What is said of objects that nothing happens to.
  static func left(_ purpose: RunPurpose) -> String {
    switch purpose {
    case .apply: "unchanged"
    case .teardown: "to stay"
    }
  }
}

extension Change {
  /// What its action means for this object, where the sign alone does not say it.
  var remark: String? {
    switch action {
    case .adopt: "exists without the fleet's label: taken over"
    case .replace where [.deployment, .statefulSet].contains(reference.kind):
      "deleted and created again: its pods stop meanwhile, its volume claims stay"
    case .replace: "deleted and created again"
    case .release: "was there before the fleet: stays, without the fleet's labels"
    case .create, .update, .delete, .none: nil
    }
  }
}

extension Action {
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
  var text: String {
    switch self {
    case .notValidated(let reason): "not validated by the server yet: \(reason)"
    case .takenFrom(let conflict): "\(conflict.field) is taken from \(conflict.manager)"
    case .replacedBecause(let message): "cannot be changed in place: \(message)"
    case .undecided(let reason): "left as it is where it depends on \(reason)"
    case .alsoDeletes(let object): "\(object), which it installed, goes with it"
    case .tokenExpires(let seconds): "its token expires in \(Self.days(seconds))"
    case .certificateExpires(let seconds): "its certificate expires in \(Self.days(seconds))"
    case .certificateIsRenewed(let reason): "its certificate is made anew: \(reason.text)"
    case .leftToOthers(let fleet):
      "\(fleet.map { "fleet \($0)" } ?? "somebody else") has installed it, so it is left as it is"
    case .stays(let reason): "stays: \(reason.text)"
    }
  }

  private static func days(_ seconds: Int) -> String {
    seconds >= 86_400 ? "\(seconds / 86_400) d" : "\(max(0, seconds) / 3_600) h"
  }
}

extension RenewalReason {
  fileprivate var text: String {
    switch self {
    case .nearsItsEnd: "no more than a third of its life is left"
    case .otherIssuer: "it is not signed by its authority"
    case .otherNames: "it does not prove the host that it is for"
    case .unfit: "what is there is not the certificate and key that belong there"
    }
  }
}

extension StayReason {
  fileprivate var text: String {
    switch self {
    case .holdsData: "it holds metrics; --delete-volumes deletes it"
    case .contains(let claims):
      "\(Count(claims, "volume claim")) in it hold metrics; --delete-volumes deletes them, and it"
    case .containsForeign(let objects): "it holds objects of others: \(Sentence.some(objects))"
    case .definesForeign(let objects): "its kind has objects of others: \(Sentence.some(objects))"
    case .contentUnknown(let reason): "what it holds cannot be read in full: \(reason)"
    case .records(let clusters):
      "it records \(Sentence.some(clusters)), which cannot be looked at now; run this again then"
    }
  }
}

extension Obstacle {
  var text: String {
    switch self {
    case .ownedByFleet(let fleet):
      "belongs to fleet \(fleet): remove it there, or give this fleet another namespace"
    case .conflict(let conflict):
      "\(conflict.field) belongs to \(conflict.manager), which is no person's hand: "
        + "take it with --force-conflicts, or leave the field to it with a patch"
    case .refused(let message): "the server refuses it: \(message)"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .missingNamespace(let name):
      "namespace \(name) does not exist and is not the fleet's to create: "
        + "create it, or take what needs it out of the fleet file"
    case .missingKind(let kind):
      "the cluster does not serve \(kind), and nothing in the fleet file brings it: "
        + "install the Prometheus operator with its definitions first, or name a bundle of it under "
        + "`prometheusOperator`"
    case .unavailable(let reason): "waits for \(reason)"
    case .occupied:
      "holds settings of somebody else's: copy those that you keep to the fleet file, "
        + "and replace it with --force-conflicts"
    }
  }
}
