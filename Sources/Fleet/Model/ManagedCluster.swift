package import JSON

/// A cluster that is monitored.
package struct ManagedCluster: Hashable, Sendable {
  package var name: String
  /// The kubeconfig context, never a fallback to the current one.
  package var context: String
  /// The API server's URL that the context must lead to, or nil if the file does not pin it.
  package var server: String?
  package var platform: Platform
  /// Labels on every series of this cluster, sorted by name; `cluster` is always among them.
  package var externalLabels: [ExternalLabel]
  /// Of the sample application too, where there is one.
  package var serviceMonitors: [ServiceMonitor]
  package var sampleApplication: Component?
  package var design: ClusterDesign
}

/// What runs on a managed cluster, by topology.
package enum ClusterDesign: Hashable, Sendable {
  case receive(ReceiveCluster)
  case federate(FederateCluster)
  case sidecar(SidecarCluster)
  case collector(CollectorCluster)
}

/// A Prometheus that writes to the hub.
package struct ReceiveCluster: Hashable, Sendable {
  /// OpenShift's minor release as in 4.18, or nil where the file does not say: then the federate
  /// permission of both the older and the newer releases is rendered.
  package var openshiftVersion: OpenShiftVersion?
  package var mode: ReceiveMode
  package var federate: Federate
  package var prometheus: PrometheusServer
  /// What OLM installs on OpenShift.
  package var prometheusOperator: PrometheusOperator
  /// What brings the operator instead of OLM; nil elsewhere than on OpenShift where it is there already.
  package var operatorBundle: OperatorBundle?
}

/// Which Prometheus of a cluster writes to the hub.
package enum ReceiveMode: Hashable, Sendable {
  /// One of the fleet's own.
  case ownPrometheus
  /// OpenShift's own; the rest of its settings, as `cluster-monitoring-config` has them.
  case platformPrometheus(settings: JSONObject)
}

/// A Prometheus that the hub reads from.
package struct FederateCluster: Hashable, Sendable {
  package var federate: Federate
  package var prometheus: PrometheusServer
  /// How its Prometheus is reached from outside.
  package var loadBalancer: LoadBalancer
  package var exporters: Exporters
  /// nil where the operator is there already.
  package var operatorBundle: OperatorBundle?
}

/// A collector that reads from the platform's Prometheus and writes to the hub.
package struct CollectorCluster: Hashable, Sendable {
  /// As in `ReceiveCluster`.
  package var openshiftVersion: OpenShiftVersion?
  package var collector: Collector
}

package struct ExternalLabel: Hashable, Sendable {
  package var name: String
  package var value: String
}

package struct OpenShiftVersion: Hashable, Sendable, Comparable {
  package var major: Int
  package var minor: Int

  package static func < (left: Self, right: Self) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }
}

/// What is federated: into the cluster's Prometheus from the platform's own, or into the hub's from
/// the cluster's.
package struct Federate: Hashable, Sendable {
  /// Series selectors, one `match[]` each.
  package var match: [String]
  /// As Prometheus writes durations; at least 30s and below 5m.
  package var interval: String
}

/// An application whose metrics are scraped.
package struct ServiceMonitor: Hashable, Sendable {
  package var name: String
  /// The namespace of the application's Service.
  package var namespace: String
  /// Labels of the application's Service.
  package var selector: [String: String]
  /// The name of the Service's port.
  package var port: String
  package var path: String
  package var interval: String

  /// Of the application that a fleet can be tried out with.
  package static let sample = ServiceMonitor(
    name: "reverse-words",
    namespace: "reverse-words-app",
    selector: ["app": "reverse-words"],
    port: "http",
    path: "/metrics",
    interval: "30s",
  )
}

/// A Prometheus that the operator runs.
package struct PrometheusServer: Hashable, Sendable {
  package var component: Component
  /// The Prometheus release, as `v3.5.0`: the operator must be told.
  package var version: String
  package var retention: String
  package var scrapeInterval: String
}

/// The operator that OLM installs.
package struct PrometheusOperator: Hashable, Sendable {
  package var package: String
  package var channel: String
  package var source: String
  package var sourceNamespace: String
  /// The ClusterServiceVersion that is pinned, and the only one whose InstallPlan is approved.
  package var startingCSV: String
}
