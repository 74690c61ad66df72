import Apply
import ArgumentParser
import Operate
import Plan

/// `fedctl rotate`: makes secrets anew, hands them over, and takes the old ones away.
struct RotateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: "Make secrets anew, in an order in which nobody is refused.",
    discussion: """
      First the new one is made, then everybody who uses it gets it, and then the old one goes. What is \
      rotated: `tokens`, with which clusters write to the hub; `session-secrets` of login proxies, which \
      logs everybody out, and Grafana's password where it has one; `certificates`, of which authorities stay \
      as they are; `keys` of the bucket, read again from where the fleet file says. It is an apply with new \
      secrets: whatever else an apply would do is in the plan, too. A run that was killed is finished by \
      running it again, or by any apply. Exit status: 0 done, 1 error, 3 incomplete: a cluster could not be \
      reached or an object failed; 130 interrupted.
      """,
  )

  @Argument(help: "What is rotated: tokens, session-secrets, certificates or keys.")
  var subject: Rotation.Subject

  @OptionGroup var file: FleetOptions
  @OptionGroup var clusters: ClusterOptions
  @OptionGroup var detail: DetailOptions
  @OptionGroup var report: ReportOptions

  @Option(
    name: .customLong("cluster"),
    help: ArgumentHelp(
      "Only what is for this cluster; may be given several times.",
      valueName: "cluster",
    ),
  )
  var named: [String] = []

  @OptionGroup var groups: GroupOptions

  @Flag(help: "Rotate without asking.")
  var yes = false

  @Option(
    help: ArgumentHelp(
      """
      How long an old token stays good after the new one was handed over: kubelets and operators take up to \
      two minutes to bring it to Prometheus.
      """,
      valueName: "duration",
    )
  )
  var grace = WaitTime(.seconds(120))

  @Option(
    help: ArgumentHelp(
      "How long one object may take to become ready: 90s, 10m, 1h.",
      valueName: "duration",
    )
  )
  var waitTimeout = WaitTime(.seconds(600))

  @Option(help: ArgumentHelp("Objects that may be under way at once.", valueName: "count"))
  var parallel = 64

  /// What the parser cannot know of a number.
  func validate() throws {
    guard parallel > 0 else { throw ValidationError("--parallel takes a number from 1 up") }
  }

  /// Opens the session, and lets a run ask, apply and tell.
  func run() async throws {
    let console = report.console(file.output, asks: !yes)
    let detail = detail.detail()
    let text = TextView(console, isVerbose: file.output.verbose, detail: detail)
    try await report.reporting(.rotate, detail, on: console, beside: text) { view in
      try await rotate(view, console)
    }
  }

  private func rotate(_ view: any RunView, _ console: Console) async throws {
    let request = SessionRequest(file, clusters, waitTimeout: waitTimeout)
    let session = try await FleetSession.open(request, view: view)
    let chosen = try groups.adding(to: named, in: session.fleet)
    let planSettings = PlanSettings(
      selection: Selection(clusters: chosen),
      rotation: Rotation(subject, clusters: Set(chosen)),
    )
    let host = RunHost(
      view: view,
      approver: TerminalApprover(console: console, yes: yes),
      interruption: Interruption.wait,
    )
    let run = FleetRun(session, for: host, to: .apply, settings) {
      try await session.plan(planSettings)
    }
    try ExitCode.end(with: await run.run())
  }

  /// The flags as the walk takes them.
  private var settings: ApplySettings {
    var settings = ApplySettings(waitTimeout: waitTimeout.duration, maximumParallel: parallel)
    settings.grace = grace.duration
    return settings
  }
}

extension Rotation.Subject: ExpressibleByArgument {}
