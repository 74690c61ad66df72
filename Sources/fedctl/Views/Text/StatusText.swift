import Apply
import Kubernetes
import Objects
import Operate
import Plan

/// A fleet's status as text: a line per cluster, and one per object that is not as it should be.
struct StatusText {
  private let report: StatusReport
  private let style: TextStyle

  /// Nothing is printed yet.
  init(_ report: StatusReport, style: TextStyle) {
    self.report = report
    self.style = style
  }

  /// A line for each cluster, and one for each object that is not ready.
  var text: String {
    (["Fleet \(report.fleet):"] + report.order.flatMap(lines)).map { "\($0)\n" }.joined()
  }

  /// A cluster that the look did not know has no line.
  private func lines(_ cluster: String) -> [String] {
    switch report.status.clusters[cluster] {
    case nil: []
    case .unknown(let reason) where reason.isWanted: ["  \(cluster)  \(reason.sign)"]
    case .unknown(let reason): [style.paint(.problem, "  \(cluster)  \(reason.sign)")]
    case .reached(let objects):
      [summary(of: cluster, objects)]
        + objects.filter { !$0.readiness.isReady }.map(line)
    }
  }

  /// How many of how many; green only where it is all.
  private func summary(of cluster: String, _ objects: [ObjectStatus]) -> String {
    let ready = objects.count { $0.readiness.isReady }
    let paint: TextStyle.Paint = ready == objects.count ? .success : .modification
    return style.paint(paint, "  \(cluster)  \(StatusWords.ready(ready, of: objects.count))")
  }

  /// Red where the object will not become ready by itself.
  private func line(_ status: ObjectStatus) -> String {
    let words = "      \(status.object.localDescription): \(status.readiness.words)"
    if case .failed = status.readiness { return style.paint(.problem, words) }
    return style.paint(.modification, words)
  }
}
