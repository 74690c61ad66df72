import Facts
import JSON
import YAML

/// Files of rules that the fleet file names.
extension Fleet {
  /// Their paths, relative to the fleet file's folder.
  package var ruleFiles: Set<String> {
    Set(clusters.flatMap(\.rules.files) + (hub.design.rules?.files ?? []))
  }

  /// The fleet with the groups that one of these files holds, wherever it is named.
  ///
  /// - Throws: the first thing in the file that Prometheus would not take, with its place there.
  package func adding(rules bytes: [UInt8], of file: String) throws(FleetProblem) -> Fleet {
    let groups = try Self.groups(in: bytes, of: file)
    var fleet = self
    for index in clusters.indices { try fleet.clusters[index].rules.add(groups, of: file) }
    if var rules = fleet.hub.design.rules {
      try rules.add(groups, of: file)
      fleet.hub.design.rules = rules
    }
    return fleet
  }

  /// What the file says, held against the table of keys; a PrometheusRule has it in its `spec`.
  private static func groups(
    in bytes: [UInt8],
    of file: String,
  ) throws(FleetProblem) -> [Node] {
    let document: Node?
    do throws(YAMLError) {
      document = try YAML.document(bytes, file: file)
    } catch {
      throw FleetProblem(.yaml(error), at: error.mark)
    }
    guard let document, document.scalar?.json != .null else {
      throw FleetProblem(.ruleGroup(.emptyFile(file)))
    }
    let isObject = document["kind"]?.scalar?.text == "PrometheusRule"
    let content = isObject ? document["spec"] ?? document : document
    var check = ShapeCheck()
    check.check(content, .record(.ruleFile), "the file", at: content.mark)
    if let problem = check.problems.first { throw problem }
    return content["groups"]?.elements ?? []
  }
}

extension AddedRules {
  /// What a file adds; nothing where it is not among those that are named.
  fileprivate mutating func add(_ nodes: [Node], of file: String) throws(FleetProblem) {
    guard files.contains(file) else { return }
    for node in nodes {
      let group = node.json.ruleGroup
      if let name = group["name"]?.stringValue,
        groups.contains(where: { $0["name"] == .string(name) })
      {
        throw FleetProblem(
          .ruleGroup(.nameTaken(name)),
          at: node["name"]?.mark ?? node.mark,
        )
      }
      groups.append(group)
    }
    guard size > Self.sizeLimit else { return }
    let start = SourceMark(file: file, line: 1, column: 1)
    throw FleetProblem(.ruleGroup(.tooLarge(size, limit: Self.sizeLimit)), at: start)
  }
}
