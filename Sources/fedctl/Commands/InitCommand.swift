import ArgumentParser
import Diagnostics
import Fleet
import Operate

/// `fedctl init`: a fleet file to begin with, in which every key is explained.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented starter file.",
  )

  @Option(help: "How metrics reach the hub.")
  var topology = Topology.receive

  @Option(help: "What kind of clusters they are. (default: the topology's usual one)")
  var platform: Platform?

  @Flag(help: "Overwrite the file if it exists.")
  var force = false

  @OptionGroup var options: FleetOptions

  /// A topology runs on some platforms alone.
  func validate() throws {
    guard let platform, !topology.platforms.contains(platform) else { return }
    throw ValidationError("The topology \(topology) does not run on the platform \(platform).")
  }

  /// Writes the file, never over one that is there without leave.
  func run() async throws {
    let console = Console(options.output)
    let starter = Fleet.starter(
      topology: topology,
      platform: platform ?? topology.platforms[0],
      heading: StarterWords.heading,
    )
    try LocalFile.write(starter, to: options.file, as: .fleetFile, replacing: force)
    let path = Printable.text(options.file)
    console.note("Wrote \(path). Edit it, then run `fedctl validate -f \(path)`.")
  }
}

extension Topology: ExpressibleByArgument {}
extension Platform: ExpressibleByArgument {}
