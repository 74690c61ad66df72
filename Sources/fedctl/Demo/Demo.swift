import Apply
import ArgumentParser
import FoundationEssentials
import Operate
import Plan
import Synchronization

/// One demonstration: what is shown, in its order, on a sandbox that is up.
struct Demo: Sendable {
  /// Where its files are, which go with it.
  let folder: DemoFolder
  private let console: Console
  private let environment: [String: String]
  private let progress = Progress()

  /// How far it has come, for whoever ends it.
  private final class Progress: Sendable {
    let isShown = Mutex(false)
    /// What writes in the clusters' place; nil until something takes it.
    let feed = Mutex<DemoFeed?>(nil)
  }

  init(_ console: Console, _ folder: DemoFolder, _ environment: [String: String]) {
    self.console = console
    self.folder = folder
    self.environment = environment
  }

  /// Where the sandbox writes how it is reached.
  var kubeconfig: String { folder.file("kubeconfig") }

  /// Whether all has been shown that there is.
  var isShown: Bool { progress.isShown.withLock(\.self) }

  private var fleetFile: String { folder.file("fleet.yaml") }

  /// The fleet's file, its plan, how it is applied, what was handed over, whether metrics arrive, and what to try next.
  ///
  /// `time` is how long the sandbox is up then; nil where it goes at once. `metrics` is what answers for the hub's
  /// querier.
  func show(staysFor time: WaitTime?, metrics: DemoMetrics) async throws {
    let fleet = String(decoding: PackageResources.demo_yaml, as: UTF8.self)
    try folder.write(fleet, to: "fleet.yaml")
    // Keys to no bucket at all: the fleet file says that it is not looked at.
    try folder.write(DemoWords.bucketKeys, to: "bucket-keys")
    console.result(DemoWords.opening(fleetFile))
    let text = TextView(console)
    let session = try await FleetSession.open(request, view: text)
    let planned = try await session.plan(PlanSettings())
    console.result(DemoWords.typed("plan"))
    text.show(.planned(planned))
    console.result("\n" + DemoWords.typed("apply"))
    try await apply(planned, session, beside: text)
    console.result("\n" + DemoWords.handed(try await session.handedTokens()))
    try await verify(session, metrics, beside: text)
    let next = DemoWords.next(
      time == nil ? nil : folder.path,
      command: command,
      time?.defaultValueDescription,
      verifies: metrics.url != nil,
    )
    console.result("\n" + next)
    progress.isShown.withLock { $0 = true }
  }

  /// What was planned, without a look in between: nobody else has the sandbox.
  private func apply(
    _ planned: PlannedRun,
    _ session: FleetSession,
    beside text: TextView,
  ) async throws {
    let host = RunHost(
      view: DemoView(beside: text),
      approver: TerminalApprover(console: console, yes: true),
    ) {
      // A signal cancels the demonstration as a whole, and this with it.
      while !Task.isCancelled { try? await Task.sleep(for: .seconds(3600)) }
    }
    let run = FleetRun(session, for: host, to: .apply, Self.settings) { planned }
    try ExitCode.end(with: await run.run())
  }

  /// Asks as a real querier would be asked; where nothing answers for one, it is said why.
  private func verify(
    _ session: FleetSession,
    _ metrics: DemoMetrics,
    beside text: TextView,
  ) async throws {
    console.result("\n" + DemoWords.verifying(metrics))
    guard let url = metrics.url else { return }
    let feed = try DemoFeed(of: session.fleet, to: url)
    await feed.write()
    progress.feed.withLock { $0 = feed }
    console.result("\n" + DemoWords.typed("verify"))
    let report = try await session.verify(VerifySettings())
    text.show(.verified(report))
    if !report.isSound { throw ExitCode(.incomplete) }
  }

  /// A sandbox is ready in no time.
  private static let settings = ApplySettings(waitTimeout: .seconds(60), maximumParallel: 64)

  private var request: SessionRequest {
    SessionRequest(
      fleetFile: fleetFile,
      kubeconfig: kubeconfig,
      secrets: Console.secrets,
      environment: environment,
    )
  }

  /// How fedctl is called again from anywhere: by its name where that was enough.
  private var command: String {
    let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let isOnPath = CommandLine.arguments.first?.contains("/") == false
    return isOnPath ? "fedctl" : own ?? "fedctl"
  }

  /// Returns after that time, or at Enter; until then, samples come as from clusters.
  func wait(_ time: Duration) async {
    async let _ = progress.feed.withLock(\.self)?.keepWriting()
    await withTaskGroup { group in
      group.addTask { try? await Task.sleep(for: time) }
      group.addTask { await EnterKey.wait() }
      await group.next()
      group.cancelAll()
    }
  }
}
