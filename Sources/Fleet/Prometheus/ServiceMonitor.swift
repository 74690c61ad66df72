/// An application whose metrics are scraped.
package struct ServiceMonitor: Hashable, Sendable {
  /// The ServiceMonitor's name, unique in its namespace.
  package var name: String
  /// The namespace of the application's Service.
  package var namespace: String
  /// Labels of the application's Service.
  package var selector: [String: String]
  /// The name of the Service's port.
  package var port: String
  /// Where the metrics are, beginning with a slash.
  package var path: String
  /// As Prometheus writes durations.
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
