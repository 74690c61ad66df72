import ArgumentParser

/// The command line: one subcommand a file under Commands.
@main
struct Fedctl: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fedctl",
    abstract: "Wire many clusters' Prometheus metrics into one Thanos hub, from one file.",
    version: version,
    subcommands: [
      PlanCommand.self, ApplyCommand.self,
    ],
  )

  static let version = "0.1.0"

  /// Runs a command and turns however it ends into an exit status and words on stderr.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      ExitStatus.end(after: error)
    }
  }
}
