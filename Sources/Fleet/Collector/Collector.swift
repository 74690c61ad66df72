/// A process that federates from one Prometheus and pushes what it has read.
package struct Collector: Hashable, Sendable {
  /// Image, size and place of the collector's pod.
  package var component: Component
  /// The URL of the Prometheus that it reads from.
  package var source: String
  /// Series selectors, besides those that the dashboard needs.
  package var match: [String]
  /// A file with further ones, a line each, relative to the fleet file's folder.
  package var matchFile: String?
  /// What metrics are called on the hub, by the name that they have on the cluster.
  package var renames: [String: String]
  /// As Prometheus writes durations; at least 30s and below 5m.
  package var interval: String
  /// The largest answer that it takes from Prometheus, in bytes.
  package var sizeLimit: Int
  /// How many share the selectors among them.
  package var workers: Int
  /// Where the metrics go instead of the hub.
  package var telemeter: Telemeter?

  /// Where a cluster's Prometheus is if nobody has moved it: OpenShift's own, and elsewhere the
  /// operator's in the namespace that most give it.
  static func usualSource(on platform: Platform) -> String {
    switch platform {
    case .openshift: "https://prometheus-k8s.openshift-monitoring.svc:9091"
    case .kubernetes: "http://prometheus-operated.monitoring.svc:9090"
    }
  }
}
