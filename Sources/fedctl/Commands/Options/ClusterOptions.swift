import ArgumentParser
import FoundationEssentials
import Operate

/// What every command that talks to clusters takes.
struct ClusterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The kubeconfig to read instead of $KUBECONFIG or ~/.kube/config.",
      valueName: "file",
    )
  )
  var kubeconfig: String?

  @Option(
    help: ArgumentHelp(
      "Accept that this cluster's context leads to a cluster that was built anew.",
      valueName: "cluster",
    )
  )
  var acceptIdentity: [String] = []

  @Option(
    help: ArgumentHelp(
      "Requests that may be under way to one cluster at once.",
      valueName: "count",
    )
  )
  var maximumRequests = 16

  /// What the parser cannot know of a number.
  func validate() throws {
    guard maximumRequests > 0 else {
      throw ValidationError("--maximum-requests takes a number from 1 up")
    }
  }
}

extension SessionRequest {
  /// What the options ask for, in this process' environment.
  init(_ file: FleetOptions, _ clusters: ClusterOptions? = nil) {
    self.init(
      fleetFile: file.file,
      kubeconfig: clusters?.kubeconfig,
      acceptedIdentities: Set(clusters?.acceptIdentity ?? []),
      maximumRequests: clusters?.maximumRequests ?? 1,
      secrets: Console.secrets,
      environment: ProcessInfo.processInfo.environment,
    )
  }
}
