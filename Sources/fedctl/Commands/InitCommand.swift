import ArgumentParser
import Diagnostics
import Fleet

struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented starter file.",
  )

  @Option(help: "How metrics reach the hub.")
  var topology = Topology.receive

  @Option(help: "What kind of clusters they are. (default: the topology's own)")
  var platform: Platform?

  @Flag(help: "Overwrite the file if it exists.")
  var force = false

  @OptionGroup var options: FleetOptions

  func validate() throws {
    guard let platform, platform != topology.platform else { return }
    throw ValidationError(
      "The topology \(topology) runs on the platform \(topology.platform) alone in this release."
    )
  }

  func run() async throws {
    let console = Console(options.output)
    do throws(Diagnostic) {
      let starter = Fleet.starter(topology: topology)
      try LocalFile.write(starter, to: options.file, replacing: force)
    } catch {
      console.report([error])
      throw ExitCode(.failure)
    }
    let path = Printable.text(options.file)
    console.note("Wrote \(path). Edit it, then run `fedctl validate -f \(path)`.")
  }
}

extension Topology: ExpressibleByArgument {}
extension Platform: ExpressibleByArgument {}
