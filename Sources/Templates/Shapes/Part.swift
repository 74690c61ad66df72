/// A part of the fleet, as `app.kubernetes.io/name` and `app.kubernetes.io/component` tell it.
struct Part: Equatable {
  /// Unique in the fleet; selectors have it, so it can never change.
  let name: String
  /// What it is for; several parts may be for the same.
  let component: String

  static let fleet = Part(name: "fedctl", component: "fleet")
  static let storeGateway = Part(name: "thanos-store-gateway", component: "store-gateway")
  static let receive = Part(name: "thanos-receive", component: "receive")
  static let receiveRouter = Part(name: "thanos-receive-router", component: "receive-router")
  static let compactor = Part(name: "thanos-compact", component: "compactor")
  static let querier = Part(name: "thanos-querier", component: "querier")
  static let ruler = Part(name: "thanos-ruler", component: "ruler")
  static let queryFrontend = Part(name: "thanos-query-frontend", component: "query-frontend")
  static let hubMonitor = Part(name: "hub-monitor", component: "monitor")
  static let alertmanager = Part(name: "alertmanager", component: "alerting")
  static let grafana = Part(name: "grafana", component: "dashboards")
  static let nodeExporter = Part(name: "node-exporter", component: "exporter")
  static let kubeStateMetrics = Part(name: "kube-state-metrics", component: "exporter")
  static let metricsServer = Part(name: "metrics-server", component: "metrics-api")
  static let prometheusOperator = Part(name: "prometheus-operator", component: "operator")
  static let prometheus = Part(name: "federated-prometheus", component: "collector")
  static let sampleApplication = Part(name: "reverse-words", component: "sample")
  static let collector = Part(name: "metrics-collector", component: "collector")
  static let telemeter = Part(name: "telemeter-client", component: "collector")
  static let hubPrometheus = Part(name: "hub-prometheus", component: "hub")
}
