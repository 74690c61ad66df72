extension ManagedCluster {
  /// What the hub is told of the cluster's use.
  ///
  /// Nothing where the file says so, where the hub never hears of the cluster at all, or where nobody reads
  /// the Prometheus that knows: a cluster whose own Prometheus federates nothing measures applications alone.
  package var usageSeries: [UsageSeries] {
    tellsUsage && isMeasured ? UsageSeries.told(by: platform) : []
  }

  /// Whether use of the cluster itself reaches the hub, and not what applications measure alone.
  package var isMeasured: Bool {
    switch design {
    case .receive(let design): platform == .kubernetes || design.readsPlatform
    case .federate, .sidecar: true
    case .collector(let design): design.collector.telemeter == nil
    }
  }
}

extension ReceiveCluster {
  /// Whether what OpenShift's own Prometheus has goes to the hub.
  fileprivate var readsPlatform: Bool {
    if case .platformPrometheus = mode { return true }
    return !federate.match.isEmpty
  }
}
