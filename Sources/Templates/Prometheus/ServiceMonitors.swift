import Fleet
import JSON
import Objects

/// The applications that are scraped beside the platform.
extension Site {
  /// What scrapes a cluster's applications, and the sample among them.
  ///
  /// - `kinds`: those of another operator, where it is another's.
  func applications(
    of cluster: ManagedCluster,
    as kinds: MonitorKinds = .prometheusOperator,
  ) -> [Manifest] {
    (cluster.sampleApplication.map(sampleApplication) ?? [])
      + cluster.serviceMonitors.map { monitor($0, as: kinds) }
  }

  /// The same where the platform's own Prometheus scrapes them, which takes a monitor's word for its own
  /// namespace alone (`ignoreNamespaceSelectors`).
  func platformApplications(of cluster: ManagedCluster) -> [Manifest] {
    (cluster.sampleApplication.map(sampleApplication) ?? [])
      + cluster.serviceMonitors.map { application in
        manifest(
          MonitorKinds.prometheusOperator.kind(of: application),
          qualified(application.name),
          of: .prometheus,
          in: application.namespace,
          ["spec": scraping(application)],
        )
      }
  }

  /// It stands in the fleet's namespace and looks into the application's.
  private func monitor(_ application: ServiceMonitor, as kinds: MonitorKinds) -> Manifest {
    manifest(
      kinds.kind(of: application),
      application.name,
      of: .prometheus,
      ["spec": scraping(application, in: ["matchNames": [.string(application.namespace)]])],
    )
  }

  /// What is chosen, and how often; `namespaces` is nil for what is in its own.
  private func scraping(_ application: ServiceMonitor, in namespaces: JSON? = nil) -> JSON {
    let endpoints = JSON.array(application.endpoints.map(\.json))
    let isOfPods = application.targets == .pods
    return .fields([
      "selector": ["matchLabels": .map(application.selector)],
      "namespaceSelector": namespaces,
      "endpoints": isOfPods ? nil : endpoints,
      "podMetricsEndpoints": isOfPods ? endpoints : nil,
    ])
  }
}

extension ManagedCluster {
  /// Whether there are pods that are scraped without a Service.
  var hasPodMonitors: Bool { serviceMonitors.contains { $0.targets == .pods } }
}

/// The kinds of monitors that an operator looks at.
struct MonitorKinds {
  let ofServices: ResourceKind
  let ofPods: ResourceKind

  static let prometheusOperator = MonitorKinds(ofServices: .serviceMonitor, ofPods: .podMonitor)
  static let observabilityOperator = MonitorKinds(
    ofServices: .stackServiceMonitor,
    ofPods: .stackPodMonitor,
  )

  /// By what the monitor is of.
  func kind(of monitor: ServiceMonitor) -> ResourceKind {
    monitor.targets == .pods ? ofPods : ofServices
  }
}

extension ScrapedEndpoint {
  /// As a monitor has it; what Prometheus does anyhow is not said.
  fileprivate var json: JSON {
    let query = JSONObject(
      parameters.sorted { $0.key < $1.key }.map { ($0.key, .list([$0.value])) }
    )
    return JSON.fields([
      "port": .string(port),
      "path": .string(path),
      "interval": .string(interval),
      "scrapeTimeout": timeout.map(JSON.string),
      "scheme": isEncrypted ? "https" : nil,
      "params": query.isEmpty ? nil : .object(query),
      "honorLabels": honorsLabels ? true : nil,
      "relabelings": relabelling.isEmpty ? nil : .array(relabelling.map(\.json)),
      "metricRelabelings":
        metricRelabelling.isEmpty ? nil : .array(metricRelabelling.map(\.json)),
    ]).merging(access.json)
  }
}
