import Fleet
import JSON
import Objects

/// OpenShift's Cluster Observability Operator, as OLM installs it.
///
/// It works for all namespaces or not at all (`installModes` of its ClusterServiceVersion), so it lives in the
/// namespace that its makers name, and beside no second one.
extension ManagedSite {
  func observabilityOperator(_ installation: PrometheusOperator?) -> [Manifest] {
    guard let installation else { return [] }
    let place = Self.operatorNamespace
    return [
      site.manifest(
        .namespace,
        place,
        of: .prometheusOperator,
        // OpenShift's own monitoring looks after the operator.
        ["metadata": ["labels": ["openshift.io/cluster-monitoring": "true"]]],
      ),
      site.manifest(.operatorGroup, place, of: .prometheusOperator, in: place),
      subscription(
        to: installation,
        in: place,
        provides: [
          .monitoringStack, .stackServiceMonitor, .stackPodMonitor, .stackScrapeConfig, .stackRule,
        ],
      ),
    ]
  }

  private static let operatorNamespace = "openshift-cluster-observability-operator"
}
