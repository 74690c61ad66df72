import Diagnostics
import Facts
import Objects
import Plan

extension Obstacle {
  /// On a line of its own, below the object.
  var words: String {
    switch self {
    case .ownedByFleet(let fleet):
      "belongs to fleet \(fleet): remove it there, or give this fleet another namespace"
    case .platformOfFleet(let fleet):
      "has fleet \(fleet)'s part already, and takes one fleet's: give the cluster `mode: operator` here"
    case .operatorOfFleet(let fleet):
      "belongs to fleet \(fleet), which has installed the operator: say `operator: existing` here"
    case .conflict(let conflict):
      "\(conflict.field) belongs to \(conflict.manager), which is no person's hand: "
        + "take it with --force-conflicts, or leave the field to it with a patch"
    case .refused(let error): "the server refuses it: \(error.words)"
    case .unreadable(let status): "cannot be read: \(status.words)"
    case .missingNamespace(let name):
      "namespace \(name) does not exist and is not the fleet's to create: "
        + "create it, or take what needs it out of the fleet file"
    case .missingKind(let kind):
      "the cluster does not serve \(kind.groupKind), and nothing in the fleet file brings it: "
        + kind.installation
    case .unavailable(let cluster): "waits for cluster \(cluster), which cannot be looked at"
    case .text(let flaw): flaw.words
    case .catalogue(let gap): gap.words
    }
  }
}
