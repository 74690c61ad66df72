import ArgumentParser
import Fleet
import Operate

/// Clusters chosen by the groups that they are in.
struct GroupOptions: ParsableArguments {
  @Option(
    name: .customLong("group"),
    help: ArgumentHelp(
      "The clusters of this group, as if each were named by --cluster; may be given several times.",
      valueName: "group",
    ),
    completion: .groups,
  )
  var groups: [String] = []

  /// The clusters that were named and those of the groups, each once.
  ///
  /// - Throws: where no cluster is in a group.
  func adding(to clusters: [String], in fleet: Fleet) throws(SessionProblem) -> [String] {
    var chosen = clusters
    let known = fleet.groups
    for group in groups {
      guard let members = known[group] else {
        throw .unknownGroup(group, known: known.keys.sorted())
      }
      chosen += members.filter { !chosen.contains($0) }
    }
    return chosen
  }
}
