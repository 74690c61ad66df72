import Fleet
import FoundationEssentials
import Metrics
import Usage

/// Which of the fleet's clusters the label `cluster` of a series means.
struct ClusterNames: Sendable {
  /// By the label's value.
  private let names: [String: String]
  /// Labels that several clusters have, and which tell them apart no more.
  let gaps: [UsageGap]

  /// By the fleet file, which gives each cluster the label `cluster`: mostly its name.
  init(_ fleet: Fleet) {
    let labelled = Dictionary(
      grouping: fleet.clusters.map { cluster in
        let label = cluster.externalLabels.first { $0.name == "cluster" }?.value
        return (name: cluster.name, label: label ?? cluster.name)
      },
      by: \.label,
    )
    names = labelled.compactMapValues { $0.count == 1 ? $0[0].name : nil }
    gaps = labelled.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
      .map { .sharedLabel($0.key, clusters: $0.value.map(\.name)) }
  }

  /// nil for a series that is no cluster's; one of a cluster that the fleet does not have keeps its label.
  func found(_ series: Series, in window: UsageWindow) -> FoundSeries? {
    guard let label = series.labels["cluster"], !label.isEmpty else { return nil }
    return FoundSeries(
      cluster: names[label] ?? label,
      labels: series.labels.filter { $0.key != "cluster" },
      Course(
        series.points.map { (time: $0.time.timeIntervalSince1970, value: $0.value) },
        in: window,
      ),
    )
  }
}
