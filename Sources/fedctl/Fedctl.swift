import ArgumentParser
import Glibc

@main
struct Fedctl: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fedctl",
    abstract: "Provisions metrics federation over many clusters from one file.",
    version: fedctlVersion,
    subcommands: [
      InitCommand.self,
      ValidateCommand.self,
      SchemaCommand.self,
      CompletionCommand.self,
    ],
  )

  static func main() async {
    // A closed pipe shows as an error of `write`, which Console takes for the end.
    _ = signal(SIGPIPE, SIG_IGN)
    await main(nil)
  }
}
