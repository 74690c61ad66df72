import Facts
import Metrics
import Templates

extension HubView {
  /// What a cluster's Prometheus says of its own writing, as far as the hub has it.
  func writing(of cluster: ClusterArrivals) -> [WritingFinding] {
    let rows = writers?.own(cluster, of: arrivals.labels) ?? []
    func figure(_ figure: WriterFigure) -> Double {
      rows.first { $0.labels[HubQueries.figureLabel] == figure.rawValue }?.value ?? 0
    }
    var findings: [WritingFinding] = []
    if figure(.refused) > 0 {
      let statuses = (receive(of: cluster) ?? telling?.sum)?.statuses ?? []
      findings.append(.refusing(perSecond: figure(.refused), statuses: statuses))
    }
    if figure(.retried) > 0 { findings.append(.retrying(perSecond: figure(.retried))) }
    let lag = figure(.lag)
    if lag > Self.lagLimit, lag < 1e9 { findings.append(.behind(seconds: Int(lag))) }
    let upload = figure(.upload)
    if upload > Self.uploadLimit, upload < 1e9 {
      findings.append(.uploadLate(seconds: Int(upload)))
    }
    return findings
  }

  /// Seconds that a writer may be behind itself: batches wait, and the first after a start take long.
  private static let lagLimit = 120.0
}

extension WriterAnswers {
  /// By how many seconds the cluster's clock is ahead of the hub's.
  ///
  /// - `hub`: by how many the hub's is ahead of this machine's.
  func skew(against hub: Double) -> Double? {
    if let own = try? own?.get() { return own.skew - hub }
    return serverSkew.map { $0 - hub }
  }

  /// What its Prometheus says, and what the hub says to whoever comes as the cluster.
  ///
  /// - `arrives`: whether samples come, so that what cannot be told is no news.
  func findings(arrives: Bool) -> [WritingFinding] { state(arrives) + door }

  private func state(_ arrives: Bool) -> [WritingFinding] {
    switch own {
    case nil, .success: []
    case .failure(let failure) where failure.isOfMissingPods && !arrives: [.notRunning]
    case .failure(let failure): [.untold(failure)]
    }
  }
}
