import Foundation

/// Clusters of which a test knows no more than a kubeconfig with the contexts hub, cluster1 and cluster2.
///
/// A sandbox of its own, or those that FEDCTL_TEST_KUBECONFIG names.
package final class World {
  private let sandbox: Sandbox?
  private let kubeconfig: String

  package static let contexts = ["hub", "cluster1", "cluster2"]

  /// Where the clusters are that somebody has made for the tests; nil for none.
  private static var real: String? {
    ProcessInfo.processInfo.environment["FEDCTL_TEST_KUBECONFIG"].flatMap { $0.isEmpty ? nil : $0 }
  }

  package init() throws {
    if let real = Self.real {
      sandbox = nil
      kubeconfig = real
    } else {
      let own = try Sandbox("--prometheus-operator")
      sandbox = own
      kubeconfig = own.kubeconfig
    }
  }

  /// The examples that these clusters can hold, by their platform; on the sandbox one of each.
  package static var examples: [String] {
    guard let real else { return ["receive-openshift", "collector-kubernetes"] }
    let routes = try? Command.run(
      "kubectl",
      ["--context", "hub", "get", "--raw", "/apis/route.openshift.io/v1"],
      environment: ["KUBECONFIG": real],
    )
    return routes?.status == 0
      ? ["receive-openshift", "receive-at-scale", "collector-openshift"]
      : ["receive-kubernetes", "sidecar-kubernetes", "federate-kubernetes", "collector-kubernetes"]
  }

  @discardableResult
  package func kubectl(_ context: String, _ arguments: String...) throws -> Fedctl.Outcome {
    try Command.run(
      "kubectl",
      ["--context", context] + arguments,
      environment: ["KUBECONFIG": kubeconfig],
    )
  }

  package func fedctl(_ arguments: String..., fleet: String) throws -> Fedctl.Outcome {
    try Fedctl(arguments).file(fleet)
      .environment("KUBECONFIG", kubeconfig)
      .environment("AWS_ACCESS_KEY_ID", Fedctl.canaryKeyID)
      .environment("AWS_SECRET_ACCESS_KEY", Fedctl.canaryKey)
      .run()
  }

  /// Whether some cluster has a namespace, as a fleet that is there already.
  package func has(namespace: String) throws -> Bool {
    try Self.contexts.contains { try kubectl($0, "get", "namespace", namespace).status == 0 }
  }
}
