import ArgumentParser
import FoundationEssentials
import Kubernetes
import Operate

/// What every command that talks to clusters takes.
struct ClusterOptions: ParsableArguments {
  @OptionGroup var access: KubeconfigOptions

  @Option(
    help: ArgumentHelp(
      "Accept that this cluster's context leads to a cluster that was built anew.",
      valueName: "cluster",
    ),
    completion: .clusters,
  )
  var acceptIdentity: [String] = []

  @Option(
    help: ArgumentHelp(
      "Forget a cluster that left the fleet file and cannot be reached; what is there stays.",
      valueName: "cluster",
    )
  )
  var forget: [String] = []

  @Option(
    help: ArgumentHelp(
      "Requests that may be under way to one cluster at once.",
      valueName: "count",
    )
  )
  var maximumRequests = 16

  @Option(
    help: ArgumentHelp(
      "Clusters that are looked at at once; requests in all are at most twice as many.",
      valueName: "count",
    )
  )
  var parallelClusters = 64

  @Option(
    help: ArgumentHelp(
      "How long a cluster that has not answered yet may take for its first answer: 10s, 1m.",
      valueName: "duration",
    )
  )
  var requestTimeout = WaitTime(.seconds(10))

  /// What the parser cannot know of a number.
  func validate() throws {
    guard maximumRequests > 0 else {
      throw ValidationError("--maximum-requests takes a number from 1 up")
    }
    guard parallelClusters > 0 else {
      throw ValidationError("--parallel-clusters takes a number from 1 up")
    }
  }
}

extension SessionRequest {
  /// What the options ask for, in this process' environment.
  ///
  /// `waitTimeout` is for how long a cluster that has answered may be away; without one, a minute.
  init(
    _ file: FleetOptions,
    _ clusters: ClusterOptions? = nil,
    waitTimeout: WaitTime = WaitTime(.seconds(60)),
  ) {
    let first = clusters?.requestTimeout ?? WaitTime(.seconds(10))
    self.init(
      fleetFile: file.file,
      kubeconfig: clusters?.access.kubeconfig,
      acceptedIdentities: Set(clusters?.acceptIdentity ?? []),
      forgottenClusters: Set(clusters?.forget ?? []),
      limits: RequestLimits(
        clusters: clusters?.parallelClusters ?? 1,
        perCluster: clusters?.maximumRequests ?? 1,
      ),
      secrets: Console.secrets,
      patience: Patience(
        atFirst: first.duration,
        afterwards: max(first.duration, waitTimeout.duration),
      ),
      environment: ProcessInfo.processInfo.environment,
    )
  }

  /// For a kubeconfig without a fleet file: nobody waits for a cluster that has answered to come back.
  init(_ file: FleetOptions, kubeconfig: String?) {
    let patience = WaitTime(.seconds(10)).duration
    self.init(
      fleetFile: file.file,
      kubeconfig: kubeconfig,
      secrets: Console.secrets,
      patience: Patience(atFirst: patience, afterwards: patience),
      environment: ProcessInfo.processInfo.environment,
    )
  }
}
