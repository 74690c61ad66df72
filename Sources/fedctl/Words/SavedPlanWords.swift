import Diagnostics
import JSON
import Operate
import Plan

extension SavedPlanFlaw {
  /// So many differences are told one by one.
  private static var told: Int { 40 }

  /// An error that ends the command, what is otherwise, and what to do.
  var lines: [String] {
    ["error: \(summary)"]
      + deviations.prefix(Self.told).map { "  \($0.words)  (\($0.code.rawValue))" }
      + (deviations.count > Self.told ? ["  … and \(deviations.count - Self.told) more"] : [])
      + ["  \(remedy)"]
  }

  private var deviations: [PlanDeviation] {
    if case .stale(let deviations) = self { deviations } else { [] }
  }

  /// What is wrong.
  private var summary: String {
    switch self {
    case .tooLarge(let limit): "the saved plan has more than \(limit) bytes"
    case .noJSON(let error): "this is no saved plan: \(error.words)"
    case .noPlan: "this is no saved plan of fedctl"
    case .otherFormat(let found, let known):
      "the saved plan has format \(found.isEmpty ? "(none)" : found), and this fedctl reads \(known)"
    case .edited: "the saved plan was changed after fedctl wrote it"
    case .malformed(let path):
      "the saved plan has no \(path), or not of the kind that belongs there"
    case .otherRelease(let release, let this):
      "fedctl \(release) made the saved plan, and this is fedctl \(this)"
    case .otherFleet(let fleet, let here):
      "the saved plan is one of fleet \(fleet), and the fleet file is that of fleet \(here)"
    case .otherOptions(let saved, let given):
      "the saved plan was made with \(Self.options(saved)), and this run has \(Self.options(given))"
    case .stale(let deviations):
      """
      the saved plan is not what would be done now, nothing has been changed: \
      \(Count(deviations.count, "difference"))
      """
    }
  }

  private var remedy: String {
    switch self {
    case .otherOptions(let saved, _) where !saved.isEmpty:
      "Only the command line gives leave: run it again with \(Self.options(saved))."
    case .otherFleet: "Name the fleet file that it was made from with --file."
    case .otherRelease: "Apply it with the fedctl that made it, or plan again."
    case .noJSON, .noPlan: "`fedctl plan --out FILE` writes one."
    case .tooLarge, .otherFormat, .edited, .malformed, .otherOptions, .stale:
      "Plan again, and have the new plan read: fedctl plan --out FILE"
    }
  }

  private static func options(_ names: [String]) -> String {
    names.isEmpty ? "none of its options" : names.joined(separator: " ")
  }
}

extension PlanDeviation {
  /// What moved, as a line of a list.
  var words: String {
    switch self {
    case .fleetFile: "the fleet file asks for something else than when the plan was made"
    case .bucket(let saved, let now):
      "bucket \(saved ?? "left alone") was planned, and now it is \(now ?? "left alone")"
    case .clusterAdded(let name): "\(name) is in the fleet now"
    case .clusterMissing(let name): "\(name) is no longer in the fleet"
    case .clusterIdentity(let name, let saved, let now):
      "\(name) is another cluster now (uid \(now)) than was planned for (uid \(saved))"
    case .clusterLost(let name, let now): "\(name) cannot be looked at now (\(now))"
    case .clusterFound(let name): "\(name) could not be looked at then, and can now"
    case .clusterOtherwise(let name): "\(name) leaves, or was renamed, otherwise than was planned"
    case .objectAdded(let name, let now):
      "\(name) would be \(now.participle), which was not planned"
    case .objectMissing(let name, let saved):
      "\(name) was to be \(saved.participle), and there is nothing to do any more"
    case .objectAction(let name, let saved, let now):
      "\(name) was to be \(saved.participle), and would be \(now.participle)"
    case .objectIdentity(let name): "\(name) has come, gone or been made anew since"
    case .objectChanged(let name): "\(name) has been changed since"
    case .objectContent(let name): "\(name) would become something else"
    case .objectRemarks(let name, let saved, let now):
      "\(name): the plan said \(Self.codes(saved)), and now it is \(Self.codes(now))"
    }
  }

  private static func codes(_ codes: [String]) -> String {
    codes.isEmpty ? "nothing" : codes.joined(separator: ", ")
  }
}

extension Action {
  /// As it follows `to be`.
  fileprivate var participle: String { self == .none ? "kept" : done }
}
