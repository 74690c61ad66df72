import Fleet
import JSON
import Objects

/// What a cluster's Prometheus reads beside applications: the platform's own Prometheus where there
/// is one, and else the nodes.
extension ManagedSite {
  var scrapeJobs: Manifest {
    // It tells the hub that this Prometheus lives and how far behind it writes.
    let itself = AdditionalJobs.neighbour(Part.prometheus.name, port: 9090)
    switch cluster.platform {
    case .openshift: return site.scrapeJobs(itself + (federates ? federateJob : ""))
    case .kubernetes: return site.scrapeJobs(itself + AdditionalJobs.kubelets)
    }
  }

  /// One fixed target, for discovery would find both pods behind the Service and read every
  /// series twice.
  ///
  /// The series keep the labels that the platform gave them.
  private var federateJob: String {
    let matches = design.federate.match.map { "    - \(JSON.string($0).text())\n" }.joined()
    let host = "prometheus-k8s.openshift-monitoring.svc"
    let authority = Site.serviceAuthority
    return """
      - job_name: federate
        scheme: https
        metrics_path: /federate
        honor_labels: true
        scrape_interval: \(design.federate.interval)
        params:
          match[]:
      \(matches)  authorization:
          type: Bearer
          credentials_file: /var/run/secrets/kubernetes.io/serviceaccount/token
        tls_config:
          ca_file: /etc/prometheus/configmaps/\(authority.configMap)/\(authority.key)
          server_name: \(host)
        static_configs:
        - targets: ["\(host):9091"]

      """
  }
}
