import Fleet
import JSON
import Objects

/// The applications that are scraped beside the platform.
extension Site {
  /// What scrapes a cluster's applications, and the sample among them.
  ///
  /// - `kind`: that of another operator, where it is another's.
  func applications(
    of cluster: ManagedCluster,
    as kind: ResourceKind = .serviceMonitor,
  ) -> [Manifest] {
    (cluster.sampleApplication.map(sampleApplication) ?? [])
      + cluster.serviceMonitors.map { serviceMonitor($0, as: kind) }
  }

  /// The same where the platform's own Prometheus scrapes them, which takes a monitor's word for its own
  /// namespace alone (`ignoreNamespaceSelectors`).
  func platformApplications(of cluster: ManagedCluster) -> [Manifest] {
    (cluster.sampleApplication.map(sampleApplication) ?? [])
      + cluster.serviceMonitors.map { application in
        manifest(
          .serviceMonitor,
          qualified(application.name),
          of: .prometheus,
          in: application.namespace,
          ["spec": scraping(application)],
        )
      }
  }

  /// It stands in the fleet's namespace and looks into the application's.
  private func serviceMonitor(_ application: ServiceMonitor, as kind: ResourceKind) -> Manifest {
    manifest(
      kind,
      application.name,
      of: .prometheus,
      ["spec": scraping(application, in: ["matchNames": [.string(application.namespace)]])],
    )
  }

  /// Which Services, and how often; `namespaces` is nil for those of its own.
  private func scraping(_ application: ServiceMonitor, in namespaces: JSON? = nil) -> JSON {
    .fields([
      "selector": ["matchLabels": .map(application.selector)],
      "namespaceSelector": namespaces,
      "endpoints": [
        [
          "port": .string(application.port),
          "path": .string(application.path),
          "interval": .string(application.interval),
        ]
      ],
    ])
  }
}
