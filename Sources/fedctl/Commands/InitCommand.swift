import ArgumentParser
import Diagnostics
import Fleet
import FoundationEssentials
import Operate

/// `fedctl init`: a fleet file to begin with, in which every key is explained, or every guess.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented starter file.",
    discussion: """
      With --from-kubeconfig the clusters of the kubeconfig are asked what they are and what is there, without \
      changing anything, and the file describes them as a fleet: PATTERNs such as 'prod-*' choose contexts. \
      Only names are written, never keys.
      """,
  )

  @Flag(help: "Describe the clusters that the kubeconfig leads to.")
  var fromKubeconfig = false

  @Argument(
    help: ArgumentHelp("With --from-kubeconfig: only contexts like these.", valueName: "pattern")
  )
  var patterns: [String] = []

  @Option(help: ArgumentHelp("With --from-kubeconfig: the hub's context.", valueName: "context"))
  var hub: String?

  @OptionGroup var access: KubeconfigOptions

  @Option(help: "How metrics reach the hub. (default: receive, or what is found)")
  var topology: Topology?

  @Option(help: "What kind of clusters they are. (default: the topology's usual one)")
  var platform: Platform?

  @Flag(help: "Overwrite the file if it exists.")
  var force = false

  @OptionGroup var options: FleetOptions

  /// What belongs to one way of writing the file alone; and a topology runs on some platforms alone.
  func validate() throws {
    if fromKubeconfig {
      guard platform == nil else {
        throw ValidationError("With --from-kubeconfig the clusters are asked for their platform.")
      }
    } else {
      guard patterns.isEmpty, hub == nil, access.kubeconfig == nil else {
        throw ValidationError("PATTERN, --hub and --kubeconfig belong to --from-kubeconfig.")
      }
    }
    let topology = topology ?? .receive
    guard let platform, !topology.platforms.contains(platform) else { return }
    throw ValidationError("The topology \(topology) does not run on the platform \(platform).")
  }

  /// Writes the file, never over one that is there without leave.
  func run() async throws {
    let console = Console(options.output)
    let text = fromKubeconfig ? try await guessed(console) : starter
    try LocalFile.write(text, to: options.file, as: .fleetFile, replacing: force)
    let path = Printable.text(options.file)
    console.note("Wrote \(path). Edit it, then run `fedctl validate -f \(path)`.")
  }

  private var starter: String {
    let topology = topology ?? .receive
    return Fleet.starter(
      topology: topology,
      platform: platform ?? topology.platforms[0],
      heading: StarterWords.heading,
    )
  }

  private func guessed(_ console: Console) async throws -> String {
    // Nobody waits here for a cluster to come back.
    let request = SessionRequest(options, kubeconfig: access.kubeconfig)
    let view = TextView(console, isVerbose: options.output.verbose, detail: PlanDetail())
    let found = try await KubeconfigSurvey(request, view: view).contexts(like: patterns)
    return GuessedFile.text(of: try FleetGuess(found, hub: hub, topology: topology))
  }
}

extension Topology: ExpressibleByArgument {}
extension Platform: ExpressibleByArgument {}
