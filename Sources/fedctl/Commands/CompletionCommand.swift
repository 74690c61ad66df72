import ArgumentParser

struct CompletionCommand: AsyncParsableCommand {
  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash
    case zsh
    case fish
  }

  static let configuration = CommandConfiguration(
    commandName: "completion",
    abstract: "Print the script that completes fedctl's commands in a shell.",
    discussion: "For bash: source <(fedctl completion bash)",
  )

  @Argument(help: "The shell.")
  var shell: Shell

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let script = Fedctl.completionScript(for: CompletionShell(shell))
    Console(output).result(script + "\n")
  }
}

extension CompletionShell {
  fileprivate init(_ shell: CompletionCommand.Shell) {
    self =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
  }
}
