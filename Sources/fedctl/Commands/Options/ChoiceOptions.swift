import ArgumentParser
import Fleet
import Operate
import Plan

/// Which part of a fleet a command is about.
struct ChoiceOptions: ParsableArguments {
  @Option(
    name: .customLong("cluster"),
    help: ArgumentHelp(
      "Only this cluster, with what the hub needs for it; may be given several times.",
      valueName: "cluster",
    ),
    completion: .clusters,
  )
  var clusters: [String] = []

  @OptionGroup var groups: GroupOptions

  @Option(
    name: .customLong("only"),
    help: ArgumentHelp(
      "Only objects of this kind and name, with what they need; may be given several times.",
      valueName: "kind/name",
    ),
  )
  var objects: [ObjectChoice] = []

  /// Everything where nothing was chosen.
  func selection(in fleet: Fleet) throws(SessionProblem) -> Selection {
    Selection(clusters: try groups.adding(to: clusters, in: fleet), objects: objects)
  }
}

extension ObjectChoice: ExpressibleByArgument {
  /// nil for anything but `KIND/NAME`.
  public init?(argument: String) { self.init(argument) }
}
