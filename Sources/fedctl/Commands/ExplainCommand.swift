import ArgumentParser
import Diagnostics
import Fleet
import Operate
import Text

/// `fedctl explain`: a key of the fleet file, or the settings of a cluster.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Tell what a key of the fleet file means, or what holds for a cluster and who says so.",
    discussion: """
      A key is named by its way from the top of the file, as hub.receive.retention or clusters.context, or by the end \
      of that, as retention. Of a cluster of the fleet file all settings are told, with the place that each comes from: \
      its own keys win over those of its groups, of which the later win, these over the defaults, and these over what \
      holds where the file says nothing.
      """,
  )

  @Argument(
    help: "A key, or a cluster of the fleet file; without it, the keys at the top are listed.",
    completion: .keysAndClusters,
  )
  var subject: String?

  @OptionGroup var file: FleetOptions

  /// Reads the fleet file only where no key is meant; no cluster is asked.
  func run() async throws {
    let console = Console(file.output)
    guard let subject else { return console.result(KeyText.list(Fleet.topKeys)) }
    let key = Fleet.explanations(of: subject)
    if !key.isEmpty { return console.result(KeyText.text(key)) }
    if NamesOfFleet(file.file).managed.contains(subject) { return try tell(subject, console) }
    let ends = Fleet.keyPaths(endingIn: subject)
    switch ends.count {
    case 0:
      guard let open = Fleet.openKey(above: subject) else {
        throw SessionProblem.unknownKey(subject, like: Fleet.keyPaths(like: subject))
      }
      console.result(
        "\(ExplainWords.within(open))\n\n\(KeyText.text(Fleet.explanations(of: open)))"
      )
    case 1: console.result(KeyText.text(Fleet.explanations(of: ends[0])))
    default: console.result(KeyText.list(ends))
    }
  }

  /// What is wrong with the file is told first: settings are those of a file that can be used.
  private func tell(_ cluster: String, _ console: Console) throws {
    let request = SessionRequest(file)
    let fleetFile = FleetFile(path: request.fleetFile, environment: request.environment)
    let fleet = try fleetFile.load(TextView(console)).fleet
    let groups = fleet.clusters.first { $0.name == cluster }?.groups ?? []
    let settings = try fleetFile.settings(of: cluster) ?? []
    console.result(ClusterSettingsText(cluster, groups: groups, settings, in: file.file).text)
  }
}
