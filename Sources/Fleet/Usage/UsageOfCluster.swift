extension ManagedCluster {
  /// What the hub is told of the cluster's use.
  ///
  /// Nothing where the file says so, where the hub never hears of the cluster at all, or where nobody reads
  /// the Prometheus that knows: a cluster whose own Prometheus federates nothing measures applications alone.
  package var usageSeries: [UsageSeries] {
    guard tellsUsage, isMeasured else { return [] }
    return UsageSeries.told(by: platform).filter { $0 != .restarts || countsRestarts }
  }

  /// Whether anything tells how often containers have started anew: OpenShift has kube-state-metrics, and
  /// mostly who has a Prometheus beside a collector.
  private var countsRestarts: Bool {
    switch design {
    case .receive: platform == .openshift
    case .federate(let design): design.exporters.kubeStateMetrics != nil
    case .sidecar(let design): design.exporters.kubeStateMetrics != nil
    case .collector: true
    }
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
    return !platformSeries.match.isEmpty
  }
}
