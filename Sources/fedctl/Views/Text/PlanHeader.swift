import Apply
import Diagnostics
import Plan

/// Which clusters a plan is about, with everything that tells one from another.
struct PlanHeader {
  private let plan: ChangePlan
  private let detail: PlanDetail
  private let style: TextStyle

  /// Nothing is printed yet.
  init(_ plan: ChangePlan, _ detail: PlanDetail, _ style: TextStyle) {
    self.plan = plan
    self.detail = detail
    self.style = style
  }

  /// The fleet's name, its clusters, which are called otherwise than before, and an empty line.
  var lines: [String] {
    let renamed = plan.clusters.compactMap { cluster in
      cluster.formerName.map { "  \(PlanWords.renamed($0, cluster.name))" }
    }
    let partial = plan.leftOut.map { [PlanWords.partial($0)] } ?? []
    return ["Fleet \(plan.fleet):"] + clusters + renamed + partial + [""]
  }

  /// One line each; of many, the hub and those of which there is something to say.
  private var clusters: [String] {
    let alike = plan.clusters.dropFirst().filter { !$0.isUnknown && !$0.isLeaving }
    guard plan.clusters.count > detail.clustersInFull, alike.count > 1 else {
      return lines(plan.clusters)
    }
    let folded = Set(alike.map(\.name))
    return lines(plan.clusters.filter { !folded.contains($0.name) })
      + ["  \(PlanWords.others(alike.map(\.name)))"]
  }

  private func lines(_ clusters: [PlannedCluster]) -> [String] {
    let width = clusters.map(\.name.count).max() ?? 0
    return clusters.map { cluster in
      let name = cluster.name.padded(to: width)
      let leaving = cluster.isLeaving ? "  (\(PlanWords.leaving))" : ""
      let remembered = cluster.isLeaving ? "  (\(PlanWords.remembered(cluster.name)))" : ""
      return switch cluster.condition {
      case .reached(let identity):
        "  \(name)  context \(identity.context)  \(identity.server)  uid \(identity.uid)\(leaving)"
      case .unknown(let reason):
        painted(
          "  \(name)  context \(cluster.context)  \(reason.sign)\(remembered)",
          isProblem: !reason.isWanted,
        )
      }
    }
  }

  private func painted(_ line: String, isProblem: Bool) -> String {
    isProblem ? style.paint(.problem, line) : line
  }
}
