import Apply
import Kubernetes
import Objects
import Operate
import Plan

/// A fleet's status as text: a line per cluster, or for many that are alike, and one per object that is not as it
/// should be.
struct StatusText {
  private let report: StatusReport
  private let style: TextStyle
  private let detail = PlanDetail()

  /// Nothing is printed yet.
  init(_ report: StatusReport, style: TextStyle) {
    self.report = report
    self.style = style
  }

  /// A line for each cluster, or for those that are alike where there are many, and one for each object that is not
  /// ready.
  var text: String {
    let groups = isLarge ? alike : report.order.map { [$0] }
    return (["Fleet \(report.fleet):"] + groups.flatMap(lines)).map { "\($0)\n" }.joined()
  }

  private var isLarge: Bool { report.order.count > detail.clustersInFull }

  /// Clusters of which the same is told, in the order of the first of each; one with something amiss stands alone.
  private var alike: [[String]] {
    var places: [FleetStatus.Cluster.Sum: Int] = [:]
    return report.order.reduce(into: []) { groups, cluster in
      guard let sum = report.status.clusters[cluster]?.sum else { return groups.append([cluster]) }
      if let place = places[sum] {
        groups[place].append(cluster)
      } else {
        places[sum] = groups.count
        groups.append([cluster])
      }
    }
  }

  /// A cluster that the look did not know has no line.
  private func lines(_ clusters: [String]) -> [String] {
    guard let first = clusters.first else { return [] }
    let name = StatusWords.name(of: clusters)
    switch report.status.clusters[first] {
    case nil: return []
    case .unknown(let reason) where reason.isWanted: return ["  \(name)  \(reason.sign)"]
    case .unknown(let reason): return [style.paint(.problem, "  \(name)  \(reason.sign)")]
    case .reached(let objects):
      return [summary(of: name, objects)] + objects.filter { !$0.readiness.isReady }.map(line)
    }
  }

  /// How many of how many; green only where it is all.
  private func summary(of name: String, _ objects: [ObjectStatus]) -> String {
    let ready = objects.count { $0.readiness.isReady }
    let paint: TextStyle.Paint = ready == objects.count ? .success : .modification
    return style.paint(paint, "  \(name)  \(StatusWords.ready(ready, of: objects.count))")
  }

  /// Red where the object will not become ready by itself.
  private func line(_ status: ObjectStatus) -> String {
    let words = "      \(status.object.localDescription): \(status.readiness.words)"
    if case .failed = status.readiness { return style.paint(.problem, words) }
    return style.paint(.modification, words)
  }
}

extension FleetStatus.Cluster {
  /// All that is told of a cluster where nothing of it is amiss, or nothing is known.
  fileprivate enum Sum: Hashable {
    case ready(objects: Int)
    case unknown(UnknownCluster)
  }

  fileprivate var sum: Sum? {
    switch self {
    case .unknown(let reason): .unknown(reason)
    case .reached(let objects) where objects.allSatisfy(\.readiness.isReady):
      .ready(objects: objects.count)
    case .reached: nil
    }
  }
}
