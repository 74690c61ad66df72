import Fleet
import JSON
import Objects

/// A managed cluster with a collector, as its templates see it.
struct CollectedCluster {
  let cluster: ManagedCluster
  let design: CollectorCluster
  let site: Site
  /// Where its metrics go, unless a telemeter server takes them.
  let hub: CollectorSite

  var collector: Collector { design.collector }
  /// metrics-collector and its ancestor are told apart by what they are called.
  var part: Part { collector.telemeter == nil ? .collector : .telemeter }

  /// nil for a cluster without one, which no fleet with collectors has.
  init?(_ cluster: ManagedCluster, writingTo hub: CollectorSite) {
    guard case .collector(let design) = cluster.design else { return nil }
    self.cluster = cluster
    self.design = design
    self.site = Site(cluster, of: hub.fleet)
    self.hub = hub
  }

  /// By whom the hub knows it; nil for one that does not write there.
  var authority: IssuedCertificate? {
    collector.telemeter == nil ? hub.clientAuthority(of: cluster) : nil
  }
}

extension ManagedCluster {
  /// Whether the hub ever hears of it; what a telemeter server takes, it does not.
  var writesToHub: Bool {
    guard case .collector(let design) = design else { return false }
    return design.collector.telemeter == nil
  }
}

extension CollectedCluster {
  /// Whether it reads from OpenShift's own Prometheus, which asks who it is.
  var readsPlatform: Bool { site.platform == .openshift }
}
