import ArgumentParser
import Operate
import Plan

/// `fedctl plan`: what apply would do.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Compare the fleet file with the clusters and print what apply would do.",
    discussion: """
      Nothing is changed. Exit status: 0 planned, 1 error, 3 incomplete: a cluster could not be looked \
      at, or an object cannot be applied as it stands. With --detailed-exitcode also 2 there are \
      changes, and 6 there are changes and the plan is incomplete.
      """,
  )

  @OptionGroup var file: FleetOptions
  @OptionGroup var clusters: ClusterOptions
  @OptionGroup var detail: DetailOptions
  @OptionGroup var choice: ChoiceOptions
  @OptionGroup var report: ReportOptions

  @Flag(help: "Exit with 2 when there are changes, with 6 when the plan is incomplete besides.")
  var detailedExitcode = false

  @Flag(help: "Tell the fields of objects that are created, too.")
  var fields = false

  @Option(
    help: ArgumentHelp(
      "Keep the plan in a file, without any secret, for `fedctl apply FILE`.",
      valueName: "file",
    ),
    completion: .file(),
  )
  var out: String?

  @Flag(help: "Take fields over from other controllers.")
  var forceConflicts = false

  @Flag(help: "Delete what a runbook has made and nobody uses any more.")
  var removeLeftovers = false

  /// Looks and decides; nothing is changed.
  func run() async throws {
    let console = report.console(file.output)
    let detail = detail.detail(tellsNewFields: fields)
    let text = TextView(console, isVerbose: file.output.verbose, detail: detail)
    try await report.reporting(.plan, detail, on: console, beside: text, plan)
  }

  private func plan(_ view: any RunView) async throws {
    let session = try await FleetSession.open(SessionRequest(file, clusters), view: view)
    let settings = PlanSettings(
      forcesConflicts: forceConflicts,
      removesLeftovers: removeLeftovers,
      selection: try choice.selection(in: session.fleet),
    )
    let planned = try await session.plan(settings)
    view.show(.planned(planned))
    if let out {
      let saved = session.saving(
        planned,
        madeBy: fedctlVersion,
        fleetFile: file.file,
        options: SavedPlan.Options(settings, clusters),
      )
      try SavedPlanFile(out).write(saved)
    }
    try exit(for: planned)
  }

  /// Incomplete outweighs changes: a pipeline must not go on as if it knew all.
  private func exit(for plan: PlannedRun) throws {
    let tellsChanges = detailedExitcode && plan.hasChanges
    switch (tellsChanges, plan.isIncomplete) {
    case (true, true): throw ExitCode(.changesAndIncomplete)
    case (true, false): throw ExitCode(.changes)
    case (false, true): throw ExitCode(.incomplete)
    case (false, false): return
    }
  }
}
