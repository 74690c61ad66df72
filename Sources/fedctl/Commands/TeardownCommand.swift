import Apply
import ArgumentParser
import Diagnostics
import Facts
import Fleet
import Operate
import Plan

/// `fedctl teardown`: removes what the fleet owns, and the bucket's content where that is asked for.
struct TeardownCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "teardown",
    abstract: "Remove what the fleet owns from its clusters, in reverse order.",
    discussion: """
      Plans first, and asks for the fleet's name. Only what the fleet owns goes: never a namespace \
      that was there before it, or that holds objects of others. Running it again after a failure \
      goes on from there. Exit status: 0 done or nothing to do, 1 error, 3 incomplete: a cluster \
      could not be reached or an object failed; 130 interrupted.
      """,
  )

  @OptionGroup var file: FleetOptions
  @OptionGroup var clusters: ClusterOptions
  @OptionGroup var detail: DetailOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var purge: PurgeOptions

  @Option(
    name: .customLong("cluster"),
    help: ArgumentHelp(
      "Only this managed cluster, with what the hub keeps for it; may be given several times.",
      valueName: "cluster",
    ),
    completion: .managedClusters,
  )
  var named: [String] = []

  @OptionGroup var groups: GroupOptions

  @Flag(help: "Delete the volume claims of the fleet's pods too, with the metrics on them.")
  var deleteVolumes = false

  @Flag(help: "Do it without asking for the fleet's name.")
  var yes = false

  @Flag(help: "Only tell what would go; with --purge-bucket, whose metrics the bucket holds.")
  var dryRun = false

  @Option(
    help: ArgumentHelp("How long one object may take to go: 90s, 10m, 1h.", valueName: "duration")
  )
  var waitTimeout = WaitTime(.seconds(600))

  @Option(help: ArgumentHelp("Objects that may be under way at once.", valueName: "count"))
  var parallel = 64

  /// Flags that make no sense, or would be dangerous, together.
  func validate() throws {
    guard parallel > 0 else { throw ValidationError("--parallel takes a number from 1 up") }
    guard isWhole || !purge.purgeBucket else {
      throw ValidationError(
        "--purge-bucket is for the whole fleet: leave --cluster and --group out"
      )
    }
    guard !yes || !purge.purgeBucket || dryRun || purge.confirmBucket != nil else {
      throw ValidationError(
        "--purge-bucket with --yes needs --confirm-bucket and the bucket's name"
      )
    }
  }

  /// Whether nothing of the fleet is to stay.
  private var isWhole: Bool { named.isEmpty && groups.groups.isEmpty }

  /// Refuses, asks and removes; with a dry run, only tells.
  func run() async throws {
    let console = report.console(file.output, asks: !yes && !dryRun)
    let detail = detail.detail()
    let text = TextView(console, isVerbose: file.output.verbose, detail: detail)
    try await report.reporting(.teardown, detail, on: console, beside: text) { view in
      try await tearDown(view, console)
    }
  }

  private func tearDown(_ view: any RunView, _ console: Console) async throws {
    let request = SessionRequest(file, clusters, waitTimeout: waitTimeout)
    let session = try await FleetSession.open(request, view: view)
    let chosen = isWhole ? nil : try groups.adding(to: named, in: session.fleet)
    for cluster in chosen ?? [] { try session.requireManaged(cluster) }
    let approver = TerminalApprover(
      console: console,
      yes: yes,
      confirmedBucket: purge.confirmBucket,
    )
    let host = RunHost(view: view, approver: approver, interruption: Interruption.wait)
    let run = TeardownRun(
      session,
      for: host,
      TeardownSettings(clusters: chosen, deletesVolumes: deleteVolumes),
      purge: try purge.run(of: session, for: host),
    )
    let settings = ApplySettings(waitTimeout: waitTimeout.duration, maximumParallel: parallel)
    try ExitCode.end(with: await dryRun ? run.rehearse() : run.run(settings))
  }
}

/// What teardown does with the bucket.
struct PurgeOptions: ParsableArguments {
  @Flag(help: "Delete the fleet's metrics in the bucket, too: every version, for ever.")
  var purgeBucket = false

  @Flag(help: "Delete the bucket once it is empty.")
  var deleteBucket = false

  @Flag(help: "Leave keys that Thanos does not write where they are, instead of refusing.")
  var keepForeign = false

  @Flag(help: "Purge a bucket that no fleet has made.")
  var dangerousPurgeUntagged = false

  @Option(
    help: ArgumentHelp("The bucket's name, in place of typing it.", valueName: "bucket")
  )
  var confirmBucket: String?

  /// Flags that make no sense, or would be dangerous, together.
  func validate() throws {
    let needsPurge = deleteBucket || keepForeign || dangerousPurgeUntagged || confirmBucket != nil
    guard purgeBucket || !needsPurge else {
      throw ValidationError(
        "--delete-bucket, --keep-foreign, --dangerous-purge-untagged and --confirm-bucket go with "
          + "--purge-bucket"
      )
    }
  }

  /// nil where the bucket is left alone.
  ///
  /// - Throws: where the fleet has none.
  func run(of session: FleetSession, for host: RunHost) throws(SessionProblem) -> PurgeRun? {
    guard purgeBucket else { return nil }
    guard let access = session.bucket else { throw .noBucket(session.fleet.topology) }
    let settings = PurgeSettings(
      deletesBucket: deleteBucket,
      keepsForeign: keepForeign,
      trustsUntagged: dangerousPurgeUntagged,
    )
    return PurgeRun(access, for: host, settings)
  }
}
