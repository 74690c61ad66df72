import Foundation

/// Clusters that kubectl and fedctl reach by a kubeconfig, with the contexts hub, cluster1 and cluster2.
package protocol Clusters {
  var kubeconfig: String { get }
  /// Is told of each fleet that is applied.
  func note(fleet: String)
}

extension Clusters {
  package func note(fleet: String) {}

  /// Runs kubectl against one context.
  @discardableResult
  package func kubectl(
    _ context: String,
    _ arguments: String...,
    input: String = "",
  ) throws -> Fedctl.Outcome {
    try kubectl(context, arguments, input: input)
  }

  /// The same for a list; kubectl's caches are the clusters' own.
  @discardableResult
  package func kubectl(
    _ context: String,
    _ arguments: [String],
    input: String = "",
  ) throws -> Fedctl.Outcome {
    let home = URL(filePath: kubeconfig).deletingLastPathComponent().path
    return try Command.run(
      "kubectl",
      ["--context", context] + arguments,
      input: input,
      environment: ["KUBECONFIG": kubeconfig, "HOME": home],
    )
  }

  /// Takes a package out of the catalogues that a cluster of OpenShift reads.
  package func withdraw(package name: String, from context: String) throws {
    try kubectl(context, "-n", "openshift-marketplace", "delete", "packagemanifest", name)
  }

  /// Runs fedctl with the example's file, or another.
  package func fedctl(_ arguments: String..., fleet: String? = nil) throws -> Fedctl.Outcome {
    let text = try fleet ?? ExampleFleet.text
    if arguments.contains("apply") { note(fleet: text) }
    return try Fedctl(arguments).against(self, fleet: text).run()
  }

  /// One field of a live object, by a JSONPath, decoded if it is base64 of a Secret.
  package func field(
    _ context: String,
    _ object: String,
    _ path: String,
    in namespace: String = "thanos",
  ) throws -> String {
    try kubectl(context, "-n", namespace, "get", object, "-o", "jsonpath={\(path)}").stdout
  }
}
