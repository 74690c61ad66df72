import ArgumentParser
import Operate

/// `fedctl verify`: whether every cluster's metrics are on the hub.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Tell whether every cluster's metrics arrive at the hub, and what keeps them.",
    discussion: """
      Asks the hub's querier, by default through its API server, and of clusters from which nothing comes \
      what they show the hub; nothing is changed. Exit status: 0 all metrics arrive, though there may be \
      warnings; 1 error, 3 something does not arrive or cannot be asked for.
      """,
  )

  @OptionGroup var file: FleetOptions
  @OptionGroup var clusters: ClusterOptions
  @OptionGroup var query: QueryOptions
  @OptionGroup var report: ReportOptions

  @Option(
    name: .customLong("cluster"),
    help: ArgumentHelp(
      "Only this cluster; may be given several times.",
      valueName: "cluster",
    ),
    completion: .clusters,
  )
  var named: [String] = []

  @OptionGroup var groups: GroupOptions

  @Option(
    help: ArgumentHelp(
      "Look again until all metrics arrive, for as long as this: 90s, 10m.",
      valueName: "duration",
    )
  )
  var wait: WaitTime?

  @Flag(
    help: """
      Write one sample as each cluster, fedctl_probe, by its own way to the hub, and look for it there; for topologies \
      receive and collector.
      """
  )
  var probe = false

  /// The other forms are about plans.
  func validate() throws {
    let isPlan = report.output != .text && report.output != .json && report.output != .junit
    guard !isPlan, report.markdownInto == nil, report.gitlabInto == nil, report.htmlInto == nil
    else { throw ValidationError("verify is told as text, json or junit") }
  }

  /// Asks, tells, and ends with 3 where anything is wrong.
  func run() async throws {
    let console = report.console(file.output)
    let text = TextView(console, isVerbose: file.output.verbose)
    try await report.reporting(.verify, on: console, beside: text, tell)
  }

  private func tell(_ view: any RunView) async throws {
    var request = SessionRequest(file, clusters, waitTimeout: clusters.requestTimeout)
    request.needsBucketKeys = false
    let session = try await FleetSession.open(request, view: view)
    var settings = query.settings(for: try groups.adding(to: named, in: session.fleet))
    settings.probes = probe
    let verdict = try await session.verify(
      settings,
      for: wait?.duration ?? .zero,
      telling: view,
    )
    view.show(.verified(verdict))
    if !verdict.isSound { throw ExitCode(.incomplete) }
  }
}
