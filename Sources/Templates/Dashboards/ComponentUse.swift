import Fleet

/// What each component of each cluster uses, as queries for dashboards: a component is a namespace.
struct ComponentUse {
  /// Of the clusters that tell of their use.
  let platforms: Set<Platform>
  /// Whether any of them counts restarts.
  let countsRestarts: Bool
  let known: Attribution

  /// nil for a fleet whose clusters tell nothing.
  init?(of clusters: [ManagedCluster], _ known: Attribution) {
    let telling = clusters.filter { !$0.usageSeries.isEmpty }
    guard !telling.isEmpty else { return nil }
    platforms = Set(telling.map(\.platform))
    countsRestarts = telling.contains { $0.usageSeries.contains(.restarts) }
    self.known = known
  }

  /// One thing that a component uses.
  struct Use {
    let title: String
    /// By cluster and namespace.
    let query: String
    /// As Grafana calls it.
    let unit: String
  }

  /// Of the components that the matchers choose.
  func all(_ matchers: String) -> [Use] {
    [
      Use(title: "CPU", query: sum(.cpu, matchers), unit: "cores"),
      Use(title: "Memory, working set", query: sum(.memory, matchers), unit: "bytes"),
      Use(title: "Network, received", query: sum(.received, matchers), unit: "Bps"),
      Use(title: "Network, sent", query: sum(.sent, matchers), unit: "Bps"),
      Use(title: "Disk beside volumes", query: sum(.disk, matchers), unit: "bytes"),
      Use(title: "Volumes", query: sum(.volumes, matchers), unit: "bytes"),
      Use(
        title: "Pods",
        query: "count \(Self.component) (\(query(.memory, matchers)))",
        unit: "short",
      ),
      Use(title: "Series", query: sum(.series, matchers), unit: "short"),
    ] + (countsRestarts ? [restarts(matchers)] : [])
  }

  private func restarts(_ matchers: String) -> Use {
    let pods = UsageMeasure.restarts(within: "1h", matchers, attributed: known.attributed)
    return Use(
      title: "Restarts within an hour",
      query: "sum \(Self.component) (\(pods))",
      unit: "short",
    )
  }

  /// What a measure of pods, claims or nodes is for each cluster, by an aggregation.
  func cluster(_ aggregation: String, _ measure: UsageMeasure, _ matchers: String) -> String {
    "\(aggregation) by (cluster) (\(query(measure, matchers)))"
  }

  /// A measure as the fleet's clusters tell it.
  func query(_ measure: UsageMeasure, _ matchers: String) -> String {
    measure.query(matchers, on: platforms, attributed: known.attributed)
  }

  private static let component = "by (cluster, namespace)"

  private func sum(_ measure: UsageMeasure, _ matchers: String) -> String {
    "sum \(Self.component) (\(query(measure, matchers)))"
  }
}
