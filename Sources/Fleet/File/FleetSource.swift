import JSON
import Text
import YAML

/// The file as its rules see it: nodes with their places, and values with everything filled in.
///
/// Parts that do not fit the table of keys are reported elsewhere; rules skip them.
struct FleetSource {
  /// With every key under its present name, and with the values of variables.
  let root: Node
  /// What is to be told of keys under their former names, and of variables in the place of values.
  let replacements: [FleetProblem]
  /// That of the file; where it has none, which is reported, the one that is most likely meant.
  let topology: Topology
  /// The keys that the topology has.
  let table: Record
  /// The whole file with defaults and groups merged and standard values filled in.
  let section: Section
  /// The day on which it is read; nil where nobody has said.
  let today: CivilDay?

  /// The topology decides which keys there are, so it is read first.
  init(_ root: Node, on today: CivilDay?, _ environment: [String: String]) {
    self.today = today
    topology = Self.topology(meantBy: root)
    table = .fleet.narrowed(to: topology)
    var names = PresentNames()
    var variables = VariableValues(environment)
    let root = variables.filling(names.naming(root, .record(table)), .record(table))
    self.root = root
    replacements = names.problems + variables.problems
    var members = root.json.objectValue ?? [:]
    if let hub = members.mergedHub(table["hub"]?.shape.record) { members["hub"] = hub }
    let record = table["clusters"]?.shape.record
    if let clusters = members.mergedClusters(record) { members["clusters"] = clusters }
    section = Section(members: table.filling(members))
  }

  /// What was most likely meant, so that other keys are judged fairly.
  private static func topology(meantBy root: Node) -> Topology {
    let word = root["topology"]?.scalar?.text ?? ""
    let platform = root["platform"]?.scalar?.text
    return Topology(rawValue: word)
      ?? Suggestion.nearest(to: word, among: Topology.allCases.map(\.rawValue))
      .flatMap(Topology.init)
      ?? Topology.allCases.first { $0.platforms.first?.rawValue == platform } ?? .receive
  }

  /// The clusters that are mappings, each with its complete value.
  var clusters: [(node: Node, section: Section)] {
    let sections = section.members["clusters"]?.arrayValue ?? []
    return zip(root["clusters"]?.elements ?? [], sections).compactMap { node, value in
      value.objectValue.map { (node, Section(members: $0)) }
    }
  }
}
