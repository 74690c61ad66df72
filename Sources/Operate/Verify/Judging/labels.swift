import Fleet
import Metrics
import Templates

extension HubView {
  /// Whose labels are wrong, or another's.
  ///
  /// - `silent`: the clusters under whose name nothing arrives.
  func labels(of cluster: ClusterArrivals, silent: [ClusterArrivals]) -> [SeriesFinding] {
    guard let series else { return [] }
    let names = arrivals.labels
    var findings: [SeriesFinding] = []
    let others = attributed(cluster).filter { !cluster.isBorne(by: $0.labels, of: names) }
    if let worst = others.max(by: { $0.value < $1.value }) {
      findings.append(
        .otherLabels(worst.labels.identity(of: names), series: Self.sum(others))
      )
    }
    let taken = series.named(cluster).filter { row in
      owner(of: row).map { $0 != cluster.cluster } ?? false
    }
    for (owner, rows) in Dictionary(grouping: taken, by: { owner(of: $0) ?? "" }).sorted(by: {
      $0.key < $1.key
    }) {
      findings.append(.takenBy(cluster: owner, series: Self.sum(rows)))
    }
    return findings + elsewhere(cluster, silent: silent)
  }

  /// Series that come under another name and are this cluster's.
  private func elsewhere(
    _ cluster: ClusterArrivals,
    silent: [ClusterArrivals],
  ) -> [SeriesFinding] {
    let names = arrivals.labels
    let sure = (series?.all ?? []).filter {
      owner(of: $0) == cluster.cluster && $0.labels["cluster"] != cluster.label
    }
    if let worst = sure.max(by: { $0.value < $1.value }) {
      return [
        .underOtherName(
          worst.labels.identity(of: names),
          series: Self.sum(sure),
          isCertain: true,
        )
      ]
    }
    guard let likely = likelyName(of: cluster, silent: silent) else { return [] }
    return [
      .underOtherName(
        likely.labels.identity(of: names),
        series: Int(likely.value),
        isCertain: false,
      )
    ]
  }

  /// A stranger that can be nobody else: all its other labels are this silent cluster's and no other silent one's; where
  /// clusters have no other labels, the only stranger beside the only silent cluster.
  private func likelyName(of cluster: ClusterArrivals, silent: [ClusterArrivals]) -> Sample? {
    guard silent.contains(where: { $0.cluster == cluster.cluster }) else { return nil }
    let strangers = strangers.filter { owner(of: $0) == nil }
    let names = arrivals.labels
    if names.count == 1 {
      return silent.count == 1 && strangers.count == 1 ? strangers.first : nil
    }
    let fitting = strangers.filter { cluster.isBorneButForName(by: $0.labels, of: names) }
    guard fitting.count == 1, let only = fitting.first else { return nil }
    let rivals = silent.filter { $0.isBorneButForName(by: only.labels, of: names) }
    return rivals.count == 1 ? only : nil
  }

  /// Rows under names that no cluster of the file has.
  var strangers: [Sample] {
    let names = Set(arrivals.clusters.map(\.label))
    return (series?.all ?? []).filter { !names.contains($0.labels["cluster"] ?? "") }
  }
}
