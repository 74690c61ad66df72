import Fleet
import JSON
import Objects

/// How a monitoring stack reads OpenShift's own Prometheus.
///
/// It has no room for scrape jobs of one's own, and a ScrapeConfig cannot show the token of the pod's account:
/// so an account of the fleet's shows one, which may read metrics and do nothing else.
extension ManagedSite {
  func platformReading() -> [Manifest] {
    guard federates else { return [] }
    return [
      site.silentAccount(Self.reader, of: .prometheus),
      site.manifest(
        .secret,
        Self.readerToken,
        of: .prometheus,
        [
          "metadata": ["annotations": .map([WellKnown.serviceAccountName: Self.reader])],
          "type": "kubernetes.io/service-account-token",
        ],
      ),
      platformScrape,
    ] + site.federation(as: Self.reader, of: .prometheus, on: design.openshiftVersion)
  }

  private static let reader = "platform-reader"
  private static let readerToken = "platform-reader-token"

  /// The same target and selectors as any Prometheus of the fleet has.
  private var platformScrape: Manifest {
    let host = "prometheus-k8s.openshift-monitoring.svc"
    let authority = Site.serviceAuthority
    let spec: JSON = [
      // The operator names a job after the object unless it is told a name.
      "jobName": .string(RemoteWriteAlerts.federationJob),
      "scheme": "HTTPS",
      "metricsPath": "/federate",
      "honorLabels": true,
      "scrapeInterval": .string(design.platformSeries.interval),
      "scrapeTimeout": "30s",
      "params": ["match[]": .list(selectors)],
      "authorization": [
        "type": "Bearer", "credentials": ["name": .string(Self.readerToken), "key": "token"],
      ],
      "tlsConfig": [
        "ca": ["configMap": ["name": .string(authority.configMap), "key": .string(authority.key)]],
        "serverName": .string(host),
      ],
      "staticConfigs": [["targets": [.string("\(host):9091")]]],
      // Both the platform's pods and the stack's are told apart by this label: with the platform's on them,
      // the samples of two pods of the stack would reach the hub as one series, out of order.
      "metricRelabelings": [["action": "labeldrop", "regex": "prometheus_replica"]],
    ]
    return site.manifest(
      .stackScrapeConfig,
      RemoteWriteAlerts.federationJob,
      of: .prometheus,
      ["spec": spec],
    )
  }
}
