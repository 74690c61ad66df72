/// What one query is made with, and the forms that queries have.
struct UsageAsked {
  private let names: String
  private let matchers: String
  private let platforms: Set<Platform>
  private let attributed: UsageAttribution

  /// - `labels`: those of the answer.
  init(
    labels: [String],
    _ matchers: String,
    _ platforms: Set<Platform>,
    _ attributed: @escaping UsageAttribution,
  ) {
    names = labels.joined(separator: ", ")
    self.matchers = matchers
    self.platforms = platforms
    self.attributed = attributed
  }

  /// A series of the clusters that are asked about.
  func series(_ series: UsageSeries) -> String { attributed(series.vector(matchers)) }

  /// Of copies, and of a pod's old and new group by the same name, the larger.
  func greatest(_ series: UsageSeries) -> String { "max by (\(names)) (\(self.series(series)))" }

  func sum(_ vector: String) -> String { "sum by (\(names)) (\(vector))" }

  /// The rate of a counter that every pod has, but for those that share their node's network.
  func counted(_ counter: UsageSeries) -> String {
    let rate = attributed("rate(\(counter.vector(matchers))[5m])")
    return "\(sum(rate)) unless on (\(names)) \(series(.nodeNetwork))"
  }

  /// 1 for each release: the series' own value is a time.
  func release(of vector: String) -> String { "group by (\(names)) (\(vector))" }

  /// The release of an API server, without its `v`.
  var serverRelease: String {
    let server = series(.kubernetesVersion)
    return "label_replace(\(server), \"version\", \"$1\", \"git_version\", \"v?(.+)\")"
  }

  /// What each cluster tells in the way of its platform.
  func either(openshift: String, kubernetes: String) -> String {
    guard platforms.contains(.openshift) else { return kubernetes }
    guard platforms.contains(.kubernetes) else { return openshift }
    return "\(kubernetes) or on (cluster) (\(openshift))"
  }
}
