import Fleet
import JSON
import Objects

extension Exporters {
  /// Whether none of them has series for Prometheus.
  var isSilent: Bool { nodeExporter == nil && kubeStateMetrics == nil }
}

extension Site {
  /// What measures a cluster, and what makes the fleet's Prometheus find it.
  func exporters(_ exporters: Exporters) -> [Manifest] {
    (exporters.nodeExporter.map(nodeExporter) ?? [])
      + (exporters.kubeStateMetrics.map(kubeStateMetrics) ?? [])
      + (exporters.metricsServer.map(metricsServer) ?? [])
  }

  /// The fleet's namespace on a cluster with such exporters.
  ///
  /// No level of pod security below `privileged` admits the node's network and files.
  func namespace(for exporters: Exporters) -> Manifest {
    let labels: JSON = ["pod-security.kubernetes.io/enforce": "privileged"]
    let fields: JSON = exporters.nodeExporter == nil ? [:] : ["metadata": ["labels": labels]]
    return manifest(.namespace, namespace, of: .fleet, fields)
  }

  /// Has a part of the fleet scraped at a port of its Service.
  func scraped(_ part: Part, port: String, _ fields: JSON) -> Manifest {
    let endpoint: JSON = ["port": .string(port)]
    let spec: JSON = [
      "selector": matching(part),
      "endpoints": [endpoint.merging(fields)],
    ]
    return manifest(.serviceMonitor, part.name, of: part, ["spec": spec])
  }
}
