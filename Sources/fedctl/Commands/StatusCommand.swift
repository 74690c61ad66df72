import Apply
import ArgumentParser
import Operate

/// `fedctl status`: what of the fleet is there and ready.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Tell, per cluster and object, what is there and whether it is ready.",
    discussion: """
      Nothing is changed. Exit status: 0 everything is there and ready, 1 error, 3 something is \
      missing, not ready or cannot be looked at.
      """,
  )

  @OptionGroup var file: FleetOptions
  @OptionGroup var clusters: ClusterOptions
  @OptionGroup var report: ReportOptions

  @Option(
    name: .customLong("cluster"),
    help: ArgumentHelp(
      "Tell of this cluster alone; may be given several times.",
      valueName: "cluster",
    ),
    completion: .clusters,
  )
  var named: [String] = []

  @OptionGroup var groups: GroupOptions

  @Flag(
    help: "Look again every five seconds, and tell when something has changed, until interrupted."
  )
  var watch = false

  /// A report for programs is one document, and has an end.
  func validate() throws {
    guard !watch || report.output == .text else {
      throw ValidationError("--watch goes with text alone: leave --output out")
    }
  }

  /// Looks, tells, and ends with 3 where anything is not ready.
  func run() async throws {
    let console = report.console(file.output)
    let text = TextView(console, isVerbose: file.output.verbose)
    try await report.reporting(.status, on: console, beside: text, tell)
  }

  private func tell(_ view: any RunView) async throws {
    var request = SessionRequest(file, clusters)
    request.needsBucketKeys = false
    let session = try await FleetSession.open(request, view: view)
    let chosen = try groups.adding(to: named, in: session.fleet)
    for cluster in chosen { try session.require(cluster) }
    let report = await session.status(of: chosen)
    view.show(.status(report))
    if watch { try await watch(session, chosen, after: report, view) }
    if !report.status.isReady { throw ExitCode(.incomplete) }
  }

  /// How long nothing is asked between two looks.
  private static let pause = Duration.seconds(5)

  /// Tells whatever changes, until a signal ends the process.
  private func watch(
    _ session: FleetSession,
    _ chosen: [String],
    after report: StatusReport,
    _ view: any RunView,
  ) async throws {
    var last = report.status
    while true {
      try await Task.sleep(for: Self.pause)
      let now = await session.status(of: chosen)
      guard now.status != last else { continue }
      last = now.status
      view.show(.status(now))
    }
  }
}
