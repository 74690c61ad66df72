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
    let report = await session.status()
    view.show(.status(report))
    if !report.status.isReady { throw ExitCode(.incomplete) }
  }
}
