import Fleet
import FoundationEssentials
import Metrics
import Templates

/// A sample that fedctl writes as a cluster, by the way that the cluster's own samples go, and looks for on the hub.
struct Probe: Sendable {
  /// The series' name; nobody else writes one.
  static let name = "fedctl_probe"

  /// When it was written, by this machine's clock; its value is the same in seconds, so that an older one is not taken for it.
  let moment: Date

  /// As the cluster would write it, at a time by the hub's clock.
  ///
  /// - `skew`: by how many seconds the hub's clock is ahead of this machine's.
  func series(of cluster: ClusterArrivals, skew: Double) -> Series {
    var labels: Labels = ["__name__": Self.name, "job": "fedctl"]
    for label in cluster.labels { labels[label.name] = label.value }
    let time = moment.addingTimeInterval(skew)
    return Series(labels: labels, points: [Series.Point(time: time, value: value)])
  }

  private var value: Double { moment.timeIntervalSince1970.rounded(.down) }

  /// Whose sample has come to the hub, by the `cluster` label, with how many seconds that took at most; looked for
  /// until all have come, or for as long as this.
  func arrivals(
    of wanted: Set<String>,
    at api: MetricsAPI,
    within patience: Duration = .seconds(30),
  ) async -> [String: Int] {
    let start = ContinuousClock.now
    var found: [String: Int] = [:]
    while found.count < wanted.count {
      let answer = try? await api.query("max by (cluster) (\(Self.name){cluster!=\"\"})")
      let passed = Int(Date().timeIntervalSince(moment).rounded(.up))
      for row in answer?.value ?? [] where row.value >= value {
        let name = row.labels["cluster"] ?? ""
        if wanted.contains(name), found[name] == nil { found[name] = passed }
      }
      guard found.count < wanted.count, start.duration(to: .now) < patience,
        (try? await Task.sleep(for: .seconds(1))) != nil
      else { break }
    }
    return found
  }
}
