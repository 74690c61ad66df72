import Apply
import ArgumentParser
import Fleet
import Operate
import Plan

/// `fedctl apply`: plans, asks, and does it.
struct ApplyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Make the clusters what the fleet file asks for.",
    discussion: """
      Plans first and asks; only the answer `yes` approves. With a plan of `fedctl plan --out` it asks \
      nothing, and does exactly that or nothing. Running it again after a failure goes on from there. \
      Exit status: 0 done or nothing to do, 1 error, 3 incomplete: a cluster could not be reached or an \
      object failed, the rest is done; 4 the saved plan is not what would be done now, nothing is \
      changed; 130 interrupted.
      """,
  )

  @Argument(
    help: ArgumentHelp(
      "A plan that `fedctl plan --out` has kept and somebody has agreed to. It names the fleet file.",
      valueName: "plan",
    ),
    completion: .file(),
  )
  var savedPlan: String?

  @OptionGroup var file: FleetOptions
  @OptionGroup var clusters: ClusterOptions
  @OptionGroup var detail: DetailOptions
  @OptionGroup var choice: ChoiceOptions
  @OptionGroup var report: ReportOptions

  @Flag(help: "Apply without asking.")
  var yes = false

  @Option(
    help: ArgumentHelp(
      """
      Objects that may be deleted without typing the fleet's name; by default a quarter of what it \
      owns, and those of one cluster.
      """,
      valueName: "count",
    )
  )
  var maxDeletes: Int?

  @Flag(help: "Take fields over from other controllers.")
  var forceConflicts = false

  @Flag(help: "Delete what a runbook has made and nobody uses any more.")
  var removeLeftovers = false

  @Option(
    help: ArgumentHelp(
      "How long one object may take to become ready: 90s, 10m, 1h.",
      valueName: "duration",
    )
  )
  var waitTimeout = WaitTime(.seconds(600))

  @Flag(
    name: .customLong("wait-for-dns"),
    help: "Wait until the names of Ingresses and load balancers resolve on this machine.",
  )
  var waitForDNS = false

  @Option(
    help: ArgumentHelp(
      "Change so many clusters first, and the others only when these are ready.",
      valueName: "count",
    )
  )
  var canary: Int?

  @Option(
    help: ArgumentHelp(
      "Change so many clusters at once, the next only when these are ready.",
      valueName: "count",
    )
  )
  var batch: Int?

  @Option(help: ArgumentHelp("Objects that may be under way at once.", valueName: "count"))
  var parallel = 64

  @Option(
    help: ArgumentHelp(
      "After each wave of clusters, and at the end, wait so long for their metrics, as `fedctl verify` does.",
      valueName: "duration",
    )
  )
  var verify: WaitTime?

  @OptionGroup var query: QueryOptions

  /// What the parser cannot know of a number.
  func validate() throws {
    guard parallel > 0 else { throw ValidationError("--parallel takes a number from 1 up") }
    guard maxDeletes.map({ $0 >= 0 }) ?? true else {
      throw ValidationError("--max-deletes takes a number from 0 up")
    }
    for (option, count) in [("--canary", canary), ("--batch", batch)] {
      guard count.map({ $0 > 0 }) ?? true else {
        throw ValidationError("\(option) takes a number from 1 up")
      }
    }
  }

  /// Opens the session, and lets a run ask, apply and tell.
  func run() async throws {
    let console = report.console(file.output, asks: !yes && savedPlan == nil)
    let detail = detail.detail()
    let text = TextView(console, isVerbose: file.output.verbose, detail: detail)
    try await report.reporting(.apply, detail, on: console, beside: text) { view in
      try await apply(view, console)
    }
  }

  private func apply(_ view: any RunView, _ console: Console) async throws {
    let saved = try savedPlan.map { try SavedPlanFile($0).read(by: fedctlVersion) }
    var request = SessionRequest(file, clusters, waitTimeout: waitTimeout)
    if let saved, file.files.isEmpty { request.fleetFile = saved.fleet.file }
    let session = try await FleetSession.open(request, view: view)
    let planSettings = try planSettings(saved, session.fleet)
    let reviewed = saved.map {
      ReviewedPlan($0, options: SavedPlan.Options(planSettings, clusters))
    }
    try reviewed?.mayBegin(session)
    let host = RunHost(
      view: view,
      approver: approver(console),
      interruption: Interruption.wait,
    )
    let run = FleetRun(
      session,
      for: host,
      to: .apply,
      settings,
      maximumDeletions: maxDeletes,
      rollout: Rollout(canary: canary, batch: batch),
      opening: gate(session, view),
      applying: reviewed,
    ) {
      try await session.plan(planSettings)
    }
    let ending = try await run.run()
    if let verify, ending == .complete {
      let clusters = planSettings.selection.clusters
      try await expectMetrics(of: clusters, in: session, for: verify.duration, view)
    }
    try ExitCode.end(with: ending)
  }

  /// Metrics of the clusters that are done have to arrive before others are changed; nil where nobody wants that.
  private func gate(
    _ session: FleetSession,
    _ view: any RunView,
  ) -> (@Sendable ([String]) async -> Bool)? {
    guard let time = verify?.duration else { return nil }
    let query = query
    return { clusters in
      let verdict = try? await session.verify(
        query.settings(for: clusters),
        for: time,
        telling: view,
      )
      guard let verdict else { return false }
      view.show(.verified(verdict))
      return verdict.isSound
    }
  }

  /// Waits for the metrics of the chosen clusters, tells what was found, and ends with 3 where something does not come.
  private func expectMetrics(
    of chosen: [String],
    in session: FleetSession,
    for time: Duration,
    _ view: any RunView,
  ) async throws {
    let managed = Set(session.fleet.clusters.map(\.name))
    let verdict = try await session.verify(
      query.settings(for: chosen.filter(managed.contains)),
      for: time,
      telling: view,
    )
    view.show(.verified(verdict))
    if !verdict.isSound { throw ExitCode(.incomplete) }
  }

  /// Nobody is asked again about a plan that somebody has agreed to.
  private func approver(_ console: Console) -> any Approver {
    savedPlan == nil
      ? TerminalApprover(console: console, yes: yes)
      : SavedPlanApprover(limitsDeletions: maxDeletes != nil)
  }

  /// The flags as planning takes them.
  ///
  /// A saved plan says what was chosen: that only leaves out, and is not asked for again.
  private func planSettings(
    _ saved: SavedPlan?,
    _ fleet: Fleet,
  ) throws(SessionProblem) -> PlanSettings {
    let chosen = try choice.selection(in: fleet)
    return PlanSettings(
      forcesConflicts: forceConflicts,
      removesLeftovers: removeLeftovers,
      selection: chosen.isWhole ? saved?.options.selection ?? chosen : chosen,
    )
  }

  /// The flags as the walk takes them.
  private var settings: ApplySettings {
    ApplySettings(
      waitTimeout: waitTimeout.duration,
      maximumParallel: parallel,
      waitsForNames: waitForDNS,
    )
  }
}
