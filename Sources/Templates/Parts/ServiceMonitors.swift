import Fleet
import JSON
import Manifest

/// The applications that are scraped beside the platform.
extension Site {
  func serviceMonitor(_ application: ServiceMonitor) -> Manifest {
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
