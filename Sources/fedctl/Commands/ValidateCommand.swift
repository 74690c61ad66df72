import ArgumentParser
import Diagnostics
import Fleet
import Operate

/// `fedctl validate`: everything that can be known of a fleet file without a cluster.
struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check the fleet file alone, without any cluster.",
  )

  @OptionGroup var options: FleetOptions

  /// Reads the file and the bundles that it names; every problem is told.
  func run() async throws {
    let console = Console(options.output)
    let request = SessionRequest(options)
    let (fleet, _) = try await readFleet(request, view: TextView(console))
    let clusters = Count(fleet.clusters.count, "cluster")
    console.result("\(Printable.text(options.file)): valid (1 hub, \(clusters))\n")
  }
}
