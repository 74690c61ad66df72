import Apply
import ArgumentParser
import Fleet
import Kubernetes
import Objects
import Plan

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

  func run() async throws {
    let console = Console(file.output)
    let session = try await FleetSession.open(file, clusters, console: console)
    let findings = await session.look.look(through: session.clients)
    let wanted = findings.live.needed(session.look.manifests).map(\.reference)
    let status = FleetStatus(wanted, in: findings.live)
    let text = StatusText(
      fleet: session.fleet.name,
      order: session.order,
      status: status,
      style: console.style,
    )
    console.result(text.text)
    if !status.isReady { throw ExitCode(.incomplete) }
  }
}
