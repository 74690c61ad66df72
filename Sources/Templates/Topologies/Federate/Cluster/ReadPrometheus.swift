import Fleet
import JSON
import Objects

/// The Prometheus of a cluster, and what it scrapes and sums up for the hub.
extension ReadCluster {
  /// Itself, the kubelet of every node, and the API server where it is asked for its release.
  var scrapeJobs: Manifest {
    let isEncrypted = loadBalancer.tls != nil
    let own = AdditionalJobs.neighbour("prometheus", port: 9090, isEncrypted: isEncrypted)
    return AdditionalJobs.manifest(
      [own] + AdditionalJobs.platform(of: cluster),
      of: cluster,
      at: site,
    )
  }

  /// What the hub takes from the cluster: its dashboard and alerts stand on it.
  var selectors: [String] {
    let recorded = UsageRules.collected(by: design.exporters).map(\.name)
    return (recorded + ["up"]).map { "{__name__=\"\($0)\"}" } + cluster.usageSeries.map(\.selector)
  }

  /// So few series that the hub can read them each time.
  var usageRules: Manifest {
    site.rules(
      [UsageRules.group(for: design.exporters, telling: cluster.usageSeries)],
      of: .prometheus,
    )
  }

  var prometheus: Manifest {
    let collecting = site.collecting(design.prometheus, for: cluster)
    return site.manifest(
      .prometheus,
      Part.prometheus.name,
      of: .prometheus,
      // The hub reads from one pod: there are no copies to tell apart.
      ["spec": collecting.merging(["replicaExternalLabelName": ""]).merging(serving)],
    )
  }

  /// The operator has no way to ask for a login here, so there is none.
  private var serving: JSON {
    guard let secret = loadBalancer.tls?.secret else { return [:] }
    let name = JSON.string(secret)
    return [
      "web": [
        "tlsConfig": [
          "cert": ["secret": ["name": name, "key": "tls.crt"]],
          "keySecret": ["name": name, "key": "tls.key"],
        ]
      ]
    ]
  }
}
