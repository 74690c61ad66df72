import Fleet
import JSON
import Manifest

/// The scrape jobs that are no ServiceMonitor, as Prometheus's own configuration has them.
extension ManagedSite {
  static let scrapeJobs = (secret: "additional-scrape-configs", key: "scrape-configs.yaml")

  /// A Secret because the operator wants one; there is nothing secret in it.
  var scrapeJobs: Manifest {
    let text = selfJob + (federates ? federateJob : "")
    return site.manifest(
      .secret,
      Self.scrapeJobs.secret,
      of: .prometheus,
      ["type": "Opaque", "data": [Self.scrapeJobs.key: .string(text.base64)]],
    )
  }

  /// Tells the hub that this Prometheus lives and how far behind it writes.
  private var selfJob: String {
    """
    - job_name: \(Part.prometheus.name)
      static_configs:
      - targets: ["127.0.0.1:9090"]

    """
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
