import ArgumentParser
import Diagnostics
import Fleet

struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check the fleet file alone, without any cluster.",
  )

  @OptionGroup var options: FleetOptions

  func run() async throws {
    let console = Console(options.output)
    let fleet = try FleetFile(path: options.file).load(console)
    _ = try await OperatorBundles(options.file).read(of: fleet)
    let clusters = Count(fleet.clusters.count, "cluster")
    console.result("\(Printable.text(options.file)): valid (1 hub, \(clusters))\n")
  }
}
