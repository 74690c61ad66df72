import Foundation

/// What the clusters are on which tests run that need only a kubeconfig.
package enum WorldKind: Sendable {
  case openShift
  case kubernetes
  /// The hub and cluster1 are Kubernetes, cluster2 is OpenShift.
  case mixed

  /// Where the clusters are that somebody has made for the tests; nil for none.
  package static let kubeconfig = ProcessInfo.processInfo.environment["FEDCTL_TEST_KUBECONFIG"]
    .flatMap { $0.isEmpty ? nil : $0 }

  /// Whether the clusters are sandboxes, which are everything at once.
  package static var isPlayed: Bool { kubeconfig == nil }

  /// Those of the kubeconfig; nil for sandboxes.
  private static let real: WorldKind? = {
    guard kubeconfig != nil else { return nil }
    let routes = "route.openshift.io"
    if serves("hub", routes) { return .openShift }
    return serves("cluster2", routes) ? .mixed : .kubernetes
  }()

  /// Whether a test for such clusters has them.
  ///
  /// `hasOperator` says whether the Prometheus operator's kinds have to be there from the start, or have
  /// to be missing; nil where it does not matter.
  package static func suits(_ kind: WorldKind, hasOperator: Bool? = nil) -> Bool {
    guard let real else { return true }
    return real == kind && (hasOperator == nil || hasOperator == servesOperator)
  }

  private static let servesOperator = serves("hub", "monitoring.coreos.com")

  /// Whether OpenShift's monitoring of users' workloads is on, which makes the namespace.
  private static var watchesApplications: Bool {
    has("/api/v1/namespaces/openshift-user-workload-monitoring", "cluster1")
  }

  private static func serves(_ context: String, _ group: String) -> Bool {
    has("/apis/\(group)", context)
  }

  private static func has(_ path: String, _ context: String) -> Bool {
    let asked = try? Command.run(
      "kubectl",
      ["--context", context, "get", "--raw", path],
      environment: ["KUBECONFIG": kubeconfig ?? ""],
    )
    return asked?.status == 0
  }

  /// The examples that these clusters can hold; on the sandbox one of each platform.
  package static var examples: [String] {
    switch real {
    case nil: ["receive-openshift", "collector-kubernetes"]
    case .openShift:
      ["receive-at-scale", "receive-olm", "collector-openshift"]
        // It has applications watched by OpenShift's own Prometheus, as every OpenShift can.
        + (servesOperator && watchesApplications ? ["receive-openshift"] : [])
    case .mixed: ["receive-kubernetes"]
    case .kubernetes:
      ["collector-kubernetes"]
        + (servesOperator ? ["federate-kubernetes", "sidecar-kubernetes"] : [])
    }
  }
}
