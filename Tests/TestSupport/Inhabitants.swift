import Foundation

/// What somebody's clusters held before a test: whatever has come with it since is to go again.
struct Inhabitants {
  private let kubeconfig: String
  /// By context, as `namespace/thanos`.
  private let names: [String: Set<String>]

  /// The namespaces that tests and the examples make.
  private static let ours = ["thanos", "monitoring", "bystander", "reverse-words-app"]
    .map { "namespace/\($0)" }

  init(kubeconfig: String) throws {
    self.kubeconfig = kubeconfig
    names = try Self.names(kubeconfig)
  }

  /// Whether some cluster has a namespace of the examples already.
  var hasFleet: Bool {
    names.values.contains { !$0.isDisjoint(with: ["namespace/thanos", "namespace/monitoring"]) }
  }

  /// Takes away what a test may have left: its namespaces, what bears a fleet's label, and the
  /// Prometheus operator's definitions, which OLM leaves behind.
  func removeOthers() throws {
    for (context, now) in try Self.names(kubeconfig) {
      let new = now.subtracting(names[context] ?? []).sorted()
      guard !new.isEmpty else { continue }
      try kubectl(context, ["delete", "--ignore-not-found", "--timeout=120s"] + new, kubeconfig)
    }
  }

  private static func names(_ kubeconfig: String) throws -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for context in World.contexts {
      let all = try list(context, ["namespaces"], kubeconfig).filter { ours.contains($0) }
      let definitions = try list(context, ["customresourcedefinitions"], kubeconfig)
        .filter { $0.hasSuffix(".monitoring.coreos.com") }
      let labelled = ["clusterroles,clusterrolebindings,apiservices", "-l", "fedctl.dev/fleet"]
      result[context] = Set(all + definitions + (try list(context, labelled, kubeconfig)))
    }
    return result
  }

  private static func list(
    _ context: String,
    _ what: [String],
    _ kubeconfig: String,
  ) throws -> [String] {
    try kubectl(context, ["get", "-o", "name"] + what, kubeconfig).stdout
      .split(separator: "\n").map { String($0) }
  }
}

@discardableResult
private func kubectl(
  _ context: String,
  _ arguments: [String],
  _ kubeconfig: String,
) throws -> Fedctl.Outcome {
  try Command.run(
    "kubectl",
    ["--context", context] + arguments,
    environment: ["KUBECONFIG": kubeconfig],
  )
}
