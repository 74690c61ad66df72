import FoundationEssentials
import Metrics
import Templates

extension HubView {
  /// The selectors of the file that find nothing of a cluster.
  func missingFamilies(of cluster: ClusterArrivals) -> [SeriesFinding] {
    guard let families, !cluster.families.isEmpty else { return [] }
    let found = Set(
      families.named(cluster).compactMap { row in
        row.labels[HubQueries.selectorLabel].flatMap { Int($0) }
      }
    )
    let places = Dictionary(
      selectors.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first },
    )
    let missing = cluster.families.filter { selector in
      places[selector].map { !found.contains($0) } ?? false
    }
    return missing.isEmpty ? [] : [.familiesMissing(missing, of: cluster.families.count)]
  }

  /// Copies that are missing, or too many.
  func copies(of cluster: ClusterArrivals) -> [SeriesFinding] {
    guard let wanted = cluster.replicas, let label = cluster.replicaLabel, let copies else {
      return []
    }
    let rows = copies.own(cluster, of: arrivals.labels)
    guard !rows.isEmpty else { return [] }
    // One without the label is a copy, too.
    let found = Set(rows.map { $0.labels[label] ?? "" }).sorted()
    if found.count < wanted { return [.copiesMissing(found: found, of: wanted)] }
    if found.count > wanted { return [.copiesDoubled(found: found, of: wanted)] }
    return []
  }

  /// What came too often, and when nothing came.
  func rhythm(of cluster: ClusterArrivals) -> [SeriesFinding] {
    let points = (rhythm?.own(cluster, of: arrivals.labels) ?? []).flatMap(\.points)
    return gaps(in: points) + doubled(points, cluster)
  }

  /// Before the first sample of the hour and after the last there is no gap: it began, or has stopped.
  private func gaps(in points: [Series.Point]) -> [SeriesFinding] {
    let times = points.map(\.time.timeIntervalSince1970).sorted()
    let step = Double(window)
    let pauses = zip(times, times.dropFirst()).filter { $1 - $0 > step * 1.5 }
    guard let last = pauses.last else { return [] }
    let seconds = pauses.map { $1 - $0 - step }.reduce(0, +)
    return [
      .gaps(
        count: pauses.count,
        seconds: Int(seconds.rounded()),
        last: Date(timeIntervalSince1970: last.0),
      )
    ]
  }

  /// By the median, which a restart or a late batch does not move.
  private func doubled(_ points: [Series.Point], _ cluster: ClusterArrivals) -> [SeriesFinding] {
    let expected = Double(window) / Double(cluster.interval)
    let counts = points.map(\.value).sorted()
    guard expected >= 2, counts.count >= 3 else { return [] }
    let times = counts[counts.count / 2] / expected
    return times > 1.6 ? [.samplesDoubled(times: (times * 10).rounded() / 10)] : []
  }
}
