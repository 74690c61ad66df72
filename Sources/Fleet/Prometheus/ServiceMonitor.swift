/// An application whose metrics are scraped.
package struct ServiceMonitor: Hashable, Sendable {
  /// What is chosen by labels.
  package enum Targets: Hashable, Sendable {
    case services
    /// Pods that need no Service.
    case pods
  }

  /// The monitor's name, unique among those of its kind in its namespace.
  package var name: String
  /// The namespace of the application.
  package var namespace: String
  /// What has the labels.
  package var targets = Targets.services
  /// Labels of the application's Service or pods.
  package var selector: [String: String]
  /// What is scraped of each; one at least.
  package var endpoints: [ScrapedEndpoint]

  /// Of the application that a fleet can be tried out with.
  package static let sample = ServiceMonitor(
    name: "reverse-words",
    namespace: "reverse-words-app",
    selector: ["app": "reverse-words"],
    endpoints: [ScrapedEndpoint(port: "http", path: "/metrics", interval: "30s")],
  )
}
