import Fleet
import JSON
import Objects

/// The applications that are scraped beside the platform.
extension Site {
  /// What scrapes a cluster's applications, and the sample among them.
  func applications(of cluster: ManagedCluster) -> [Manifest] {
    (cluster.sampleApplication.map(sampleApplication) ?? [])
      + cluster.serviceMonitors.map(serviceMonitor)
  }

  /// It stands in the fleet's namespace and looks into the application's.
  private func serviceMonitor(_ application: ServiceMonitor) -> Manifest {
    let spec: JSON = [
      "selector": ["matchLabels": .map(application.selector)],
      "namespaceSelector": ["matchNames": [.string(application.namespace)]],
      "endpoints": [
        [
          "port": .string(application.port),
          "path": .string(application.path),
          "interval": .string(application.interval),
        ]
      ],
    ]
    return manifest(.serviceMonitor, application.name, of: .prometheus, ["spec": spec])
  }
}
