import FoundationEssentials
import Metrics
import Templates

extension HubView {
  /// Whether, and since when, a cluster's samples arrive.
  ///
  /// - `skew`: by how many seconds the cluster's clock is ahead of the hub's; nil where nobody knows.
  func arrival(of cluster: ClusterArrivals, skew: Double?) -> ArrivalFinding {
    guard let newest = newest(of: cluster) else { return arrivalUnseen(of: cluster) }
    let age = answers.moment.timeIntervalSince(newest)
    // A second or two are the hub's own, between one question and the next.
    if age < -Self.tolerance { return .ahead(seconds: Int((-age).rounded())) }
    if age <= Self.patience(with: cluster) {
      return .arriving(age: max(0, Int(age.rounded())))
    }
    if let skew, isOfSlowClock(age, skew: skew, Self.patience(with: cluster)) {
      return .behind(seconds: Int(max(age, -skew).rounded()))
    }
    return .stopped(at: newest)
  }

  /// Whether the clock is slow enough for so old a sample.
  ///
  /// One that was set back makes samples that the hub has newer
  /// ones than, and refuses, until it has caught up: they are younger than it is slow.
  private func isOfSlowClock(_ age: Double, skew: Double, _ patience: Double) -> Bool {
    skew < -Self.tolerance && age < patience - skew
  }

  /// Seconds by which clocks may differ before it is a fault.
  static let tolerance = 60.0

  /// Seconds after which a sample should have been followed by another: what is read, recorded, sent and
  /// taken in takes its time.
  static func patience(with cluster: ClusterArrivals) -> Double {
    max(180, Double(cluster.interval) * 4)
  }

  /// Nothing of its writer was found in the last day.
  private func arrivalUnseen(of cluster: ClusterArrivals) -> ArrivalFinding {
    if let count = count(of: cluster), count > 0 { return .pulseless }
    guard newest != nil, earlier != nil else { return .untold }
    guard let known else { return .untold }
    if known.contains(cluster.label) { return .silent }
    return isOutOfReach(cluster) ? .untold : .never
  }
}
