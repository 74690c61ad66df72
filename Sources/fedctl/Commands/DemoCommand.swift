import ArgumentParser
import FoundationEssentials
import Operate

/// `fedctl demo`: a fleet on a sandbox, from its first plan on, for whoever has no clusters at hand.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Show a fleet on a sandbox, a stand-in for three clusters on this machine.",
    discussion: """
      Plans and applies a fleet, tells what was handed over, verifies that metrics arrive where a prometheus \
      is on the PATH, and keeps the sandbox up so that everything else can be tried on it. At Enter, at Ctrl-C or after a time it ends, and leaves nothing behind. \
      No cluster, no container and no network is needed.
      """,
  )

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("How long the sandbox stays up: 90s, 30m, 1h.", valueName: "duration"),
  )
  var time = WaitTime(.seconds(1800))

  @Flag(help: "End once all is shown, as without a terminal.")
  var once = false

  @OptionGroup var output: OutputOptions

  /// For what is shown before the sandbox is kept up.
  private static let timeToShow = Duration.seconds(300)

  /// Shows it, and takes the sandbox and its folder away however that ends.
  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let console = Console(output)
    let sandbox = try DemoSandbox(environment)
    let demo = Demo(console, try DemoFolder(environment), environment)
    defer { demo.folder.remove() }
    let (time, lifetime) = (time, time.duration + Self.timeToShow)
    let stays = !once && console.isInteractive
    let isInterrupted = try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask {
        await Interruption.wait()
        return true
      }
      group.addTask {
        let prometheus = DemoPrometheus(environment)
        try await prometheus.serving(in: demo.folder, lifetime: lifetime) { metrics in
          try await sandbox.serving(
            kubeconfig: demo.kubeconfig,
            lifetime: lifetime,
            metrics: metrics,
          ) {
            try await demo.show(staysFor: stays ? time : nil, metrics: metrics)
            if stays { await demo.wait(time.duration) }
          }
        }
        return false
      }
      defer { group.cancelAll() }
      return try await group.next() ?? false
    }
    // Ctrl-C is how one may end it, and what ends anything else before its end.
    if isInterrupted, !demo.isShown { throw ExitCode(.interrupted) }
  }
}
