import Fleet
import JSON
import Objects

/// What a cluster's Prometheus reads beside applications: the platform's own Prometheus where there
/// is one, and else the nodes.
extension ManagedSite {
  var scrapeJobs: Manifest {
    // It tells the hub that this Prometheus lives and how far behind it writes.
    let itself = AdditionalJobs.neighbour(Part.prometheus.name, port: 9090)
    let others =
      switch cluster.platform {
      case .openshift: federates ? [federateJob] : []
      case .kubernetes: AdditionalJobs.platform(of: cluster)
      }
    return AdditionalJobs.manifest([itself] + others, of: cluster, at: site)
  }

  /// One fixed target, for discovery would find both pods behind the Service and read every
  /// series twice.
  ///
  /// The series keep the labels that the platform gave them.
  private var federateJob: JSON {
    let host = "prometheus-k8s.openshift-monitoring.svc"
    let authority = Site.serviceAuthority
    return [
      "job_name": .string(RemoteWriteAlerts.federationJob),
      "scheme": "https",
      "metrics_path": "/federate",
      "honor_labels": true,
      "scrape_interval": .string(design.platformSeries.interval),
      // Federation writes all its series anew for every scrape; the shortest interval is 30s.
      "scrape_timeout": "30s",
      "params": ["match[]": .list(selectors)],
      "authorization": AdditionalJobs.accountToken,
      "tls_config": [
        "ca_file": .string("/etc/prometheus/configmaps/\(authority.configMap)/\(authority.key)"),
        "server_name": .string(host),
      ],
      "static_configs": [["targets": [.string("\(host):9091")]]],
    ]
  }
}
