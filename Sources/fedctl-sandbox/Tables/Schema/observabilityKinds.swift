import JSON

/// The kinds of `monitoring.rhobs`, the group of OpenShift's Cluster Observability Operator.
///
/// Its operator is a fork of prometheus-operator, so kinds of one name have the fields of their twins in
/// `monitoring.coreos.com` (rhobs/observability-operator:bundle/manifests). A MonitoringStack is its own, and
/// becomes a Prometheus: each of its fields has the type of the Prometheus' field that it becomes
/// (rhobs/observability-operator:pkg/apis/monitoring/v1alpha1/types.go).
extension Schemas {
  func withObservability() -> Schemas {
    var result = self
    for kind in [
      "v1 ServiceMonitor", "v1 PodMonitor", "v1 PrometheusRule", "v1alpha1 ScrapeConfig",
    ] {
      let (own, twin) = ("monitoring.rhobs/\(kind)", "monitoring.coreos.com/\(kind)")
      result.roots[own] = roots[twin]
      result.definitions[own] = definitions[twin]
    }
    result.addMonitoringStack()
    return result
  }

  private mutating func addMonitoringStack() {
    let name = "monitoring.rhobs/v1alpha1 MonitoringStack"
    let common = kind("*", version: "*").fields.map { ($0.name, $0.schema.number) }
    let own = ["spec": stackSpecification(), "status": prometheus("status")]
    roots[name] = add(own.merging(common) { mine, _ in mine })
    definitions[name] = [
      "plural": "monitoringstacks", "singular": "monitoringstack", "scope": "Namespaced",
      "subresources": ["status": [:]],
    ]
  }

  private mutating func stackSpecification() -> Int {
    let server = add([
      "replicas": prometheus("spec", "replicas"),
      "remoteWrite": prometheus("spec", "remoteWrite"),
      "persistentVolumeClaim": prometheus("spec", "storage", "volumeClaimTemplate", "spec"),
      "externalLabels": prometheus("spec", "externalLabels"),
      "enableRemoteWriteReceiver": prometheus("spec", "enableRemoteWriteReceiver"),
      "enableOtlpHttpReceiver": prometheus("spec", "enableOTLPReceiver"),
      "scrapeInterval": prometheus("spec", "scrapeInterval"),
      "thanosResources": prometheus("spec", "thanos", "resources"),
    ])
    let alertmanager = add([
      "disabled": prometheus("spec", "listenLocal"), "replicas": prometheus("spec", "replicas"),
      "resources": prometheus("spec", "resources"),
    ])
    return add([
      "logLevel": prometheus("spec", "logLevel"),
      "resourceSelector": prometheus("spec", "ruleSelector"),
      "namespaceSelector": prometheus("spec", "ruleNamespaceSelector"),
      "retention": prometheus("spec", "retention"),
      "retentionSize": prometheus("spec", "retentionSize"),
      "resources": prometheus("spec", "resources"),
      "tolerations": prometheus("spec", "tolerations"),
      "nodeSelector": prometheus("spec", "nodeSelector"),
      "prometheusConfig": server, "alertmanagerConfig": alertmanager,
    ])
  }

  /// The type of a place in a Prometheus.
  private func prometheus(_ path: String...) -> Int {
    let root = kind("Prometheus", version: "monitoring.coreos.com/v1")
    return path.reduce(root) { $0.member($1) ?? .anything }.number
  }

  private mutating func add(_ fields: [String: Int]) -> Int {
    let type = SchemaType.object(fields: fields, isAtomic: false, isOpen: false)
    entries.append(SchemaEntry(type: type))
    return entries.count - 1
  }
}
