/// What runs where the fleet file names nothing else: every version in this project that is a standard
/// value stands here and nowhere else.
///
/// `Scripts/aged` reads this file and `SupportEnds.swift`, and tells what should be raised. A comment has
/// the day of the release where it is known, and says what of it was looked at: `run` with real programs,
/// or `read` in the program's own source.
enum Standard {
  /// 2026-07-30, LTS; run behind prometheus-operator 0.87.1 as 3.12; flags and configuration since then
  /// read in prometheus/prometheus:CHANGELOG.md@v3.13.2.
  static let prometheus = "v3.13.2"
  /// 2024-11-04, the last of 2.x, for the operator of OpenShift's catalogue, which runs no 3.x; run
  /// behind operator 0.70.0; the flags that operator 0.56.3 gives are read in
  /// prometheus/prometheus:cmd/prometheus/main.go@v2.55.1.
  static let prometheusForOLM = "v2.55.1"
  /// 2026-07-30; run, but for three lines that want a newer engine than could be had; as 0.41.0 unchanged.
  static let thanos = "v0.42.4"
  /// 2022-05-24, the newest in OpenShift's community catalogue as far as it can be read
  /// (redhat-openshift-ecosystem/community-operators-prod:operators/prometheus).
  static let operatorCSV = "prometheusoperator.v0.56.3"
  /// Of Red Hat's catalogue; the fields of a MonitoringStack are read in
  /// rhobs/observability-operator:pkg/apis/monitoring/v1alpha1/types.go@v1.5.1.
  static let observabilityCSV = "cluster-observability-operator.v1.5.3"
  /// 2026-08-18, the last minor release of Grafana 12; read in
  /// endoflife-date/endoflife.date:products/grafana.md; run as 12.2.0.
  static let grafana = "docker.io/grafana/grafana:12.4.9"
  /// 2026-07-10; flags read in prometheus/node_exporter:CHANGELOG.md@v1.12.0; run as 1.9.1.
  static let nodeExporter = "quay.io/prometheus/node-exporter:v1.12.0"
  /// 2026-06-11; read in kubernetes/kube-state-metrics:CHANGELOG.md@v2.19.1; run as 2.17.0.
  static let kubeStateMetrics = "registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.19.1"
  /// 2026-07-04; flags read in prometheus/alertmanager:cmd/alertmanager/main.go.
  static let alertmanager = "quay.io/prometheus/alertmanager:v0.33.1"
  /// Run, with kubelets whose certificates the cluster's authority has signed.
  static let metricsServer = "registry.k8s.io/metrics-server/metrics-server:v0.8.1"
  /// Run in front of receive.
  static let kubeRBACProxy = "quay.io/brancz/kube-rbac-proxy:v0.21.0"
  /// 2025-10-21, of OpenShift 4.20, which is mended until 2027-04-21; run in front of receive and the querier.
  static let oauthProxy = "quay.io/openshift/origin-oauth-proxy:4.20"
  /// 2025-10-21, of OpenShift 4.20; flags read in openshift/telemeter:cmd/telemeter-client/main.go.
  static let telemeter = "quay.io/openshift/origin-telemeter:4.20"

  /// Where every release of Prometheus is.
  static let prometheusRepository = "quay.io/prometheus/prometheus"
  /// Where every release of Thanos is.
  static let thanosRepository = "quay.io/thanos/thanos"
  static var thanosImage: String { "\(thanosRepository):\(thanos)" }
}
