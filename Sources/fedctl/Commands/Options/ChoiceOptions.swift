import ArgumentParser
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

  @Option(
    name: .customLong("only"),
    help: ArgumentHelp(
      "Only objects of this kind and name, with what they need; may be given several times.",
      valueName: "kind/name",
    ),
  )
  var objects: [ObjectChoice] = []

  /// Everything where nothing was chosen.
  var selection: Selection { Selection(clusters: clusters, objects: objects) }
}

extension ObjectChoice: ExpressibleByArgument {
  /// nil for anything but `KIND/NAME`.
  public init?(argument: String) { self.init(argument) }
}
