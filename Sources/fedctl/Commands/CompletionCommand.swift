import ArgumentParser

/// `fedctl completion`: what a shell needs to complete commands and flags.
struct CompletionCommand: AsyncParsableCommand {
  /// The shells that the argument parser can write for.
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

  /// Prints the script; nothing is read or changed.
  func run() async throws {
    let script = Fedctl.completionScript(for: CompletionShell(shell))
    Console(output).document(script + "\n")
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
