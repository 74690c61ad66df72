import ArgumentParser
import Operate

/// `fedctl doctor`: what keeps the fleet from working, or will.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look for what keeps the fleet from working, or will, each with its remedy.",
    discussion: """
      Asks every cluster and the bucket, and changes nothing: to see whether the bucket can be written, an \
      upload is begun in it and given up. Exit status: 0 nothing is wrong, though there may be warnings; \
      1 error, 3 something is wrong or a cluster cannot be reached.
      """,
  )

  @OptionGroup var file: FleetOptions
  @OptionGroup var clusters: ClusterOptions
  @OptionGroup var detail: DetailOptions
  @OptionGroup var report: ReportOptions

  @Option(
    name: .customLong("cluster"),
    help: ArgumentHelp(
      "Only this cluster, beside the bucket; may be given several times.",
      valueName: "cluster",
    ),
    completion: .clusters,
  )
  var named: [String] = []

  @OptionGroup var groups: GroupOptions

  @Option(
    name: .customLong("for"),
    help: "Whose rights are looked for: read, as status needs them, or apply.",
  )
  var purpose = RightsPurpose.apply

  /// The other forms are about plans.
  func validate() throws {
    let isPlan = report.output != .text && report.output != .json && report.output != .junit
    guard !isPlan, report.markdownInto == nil, report.gitlabInto == nil, report.htmlInto == nil
    else { throw ValidationError("doctor is told as text, json or junit") }
  }

  /// Asks, tells, and ends with 3 where anything is wrong.
  func run() async throws {
    let console = report.console(file.output)
    let detail = detail.detail()
    let text = TextView(console, isVerbose: file.output.verbose, detail: detail)
    try await report.reporting(.doctor, detail, on: console, beside: text, tell)
  }

  private func tell(_ view: any RunView) async throws {
    // Nobody waits here for a cluster to come back.
    var request = SessionRequest(file, clusters, waitTimeout: clusters.requestTimeout)
    request.needsBucketKeys = false
    let session = try await FleetSession.open(request, view: view)
    let chosen = try groups.adding(to: named, in: session.fleet)
    for cluster in chosen { try session.require(cluster) }
    let diagnosis = await session.diagnose(for: purpose, of: chosen)
    view.show(.diagnosed(diagnosis))
    if !diagnosis.isSound { throw ExitCode(.incomplete) }
  }
}

extension RightsPurpose: ExpressibleByArgument {}
