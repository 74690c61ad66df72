import ArgumentParser
import Glibc

/// The command line: one subcommand a file under Commands.
@main
struct Fedctl: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fedctl",
    abstract: "Wires many clusters' Prometheus metrics into one Thanos hub, from one file.",
    version: VersionWords.line(fedctlVersion, .own),
    subcommands: [
      InitCommand.self,
      ValidateCommand.self,
      RenderCommand.self,
      GraphCommand.self,
      PlanCommand.self,
      ApplyCommand.self,
      TeardownCommand.self,
      StatusCommand.self,
      DoctorCommand.self,
      VerifyCommand.self,
      ReportCommand.self,
      RotateCommand.self,
      ExplainCommand.self,
      SchemaCommand.self,
      CompletionCommand.self,
      DemoCommand.self,
    ],
  )

  /// Parses, runs, and ends with the status that the command or its error has.
  static func main() async {
    shareArenas()
    // A closed pipe shows as an error of `write`, which Console takes for the end.
    _ = signal(SIGPIPE, SIG_IGN)
    raiseFileLimit()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      end(after: error)
    }
    endUnlessPrinted()
  }

  /// What could not be written, as to a full disk, was not done for whoever reads it.
  private static func endUnlessPrinted() {
    guard let failure = Console.failure else { return }
    Console().fail(["error: \(ErrorWords.unprinted(failure))"])
    exit(withError: ExitCode(.failure))
  }

  /// Ends the process with the status that a command chose, or with an error in our words, or in the
  /// argument parser's.
  private static func end(after error: any Error) -> Never {
    let console = Console()
    if let words = ErrorWords(error) {
      console.fail(words.lines)
      exit(withError: ExitCode(ExitStatus(after: error)))
    }
    // What the parser has to say, as help that was asked for; it would not see that nobody can read it.
    if exitCode(for: error).isSuccess { console.document("\(fullMessage(for: error))\n") }
    endUnlessPrinted()
    exit(withError: exitCode(for: error).isSuccess ? nil : error)
  }
}
