import Graph
import Objects

/// Boxes and arrows as they are put on paper, before what says nothing is taken off again.
struct Drawing {
  private let alike: Alike
  private var nodes: [Diagram.Node] = []
  private var places: [Alike.Kin: Int] = [:]
  /// What comes before what, by the boxes' places.
  private var graph = Graph<Int>()
  /// What is handed over on an arrow, by both of its ends.
  private var fields: [Pair: [HandOff.Field]] = [:]

  private struct Pair: Hashable {
    let from: Int
    let to: Int
  }

  init(_ alike: Alike) { self.alike = alike }

  /// Puts an object into the box of its kin; `isForeign`: the fleet only reads it.
  mutating func add(_ object: ObjectReference, isForeign: Bool = false) {
    let kin = alike.kin(of: object)
    if let place = places[kin] {
      nodes[place].count += 1
      nodes[place].object = kin.object
    } else if let group = alike.group(of: object) {
      places[kin] = nodes.count
      graph.add(nodes.count)
      nodes.append(
        Diagram.Node(group: group, object: object, count: 1, isForeign: isForeign)
      )
    }
  }

  /// Draws an arrow from one object's box to another's, with what is handed over on it.
  mutating func join(_ from: ObjectReference, _ to: ObjectReference, _ field: HandOff.Field? = nil)
  {
    guard let from = places[alike.kin(of: from)], let to = places[alike.kin(of: to)], from != to
    else { return }
    graph.addEdge(from: from, to: to)
    let pair = Pair(from: from, to: to)
    guard let field, fields[pair]?.contains(where: { $0.isLike(field) }) != true else { return }
    fields[pair, default: []].append(field)
  }

  /// The picture of some boxes, and of those between which something is handed from cluster to cluster.
  ///
  /// What led through a box that is not shown leads on, and arrows that follow from others are not drawn.
  func diagram(of shown: (Diagram.Node) -> Bool) -> Diagram {
    let ends = Set(
      fields.keys.filter { nodes[$0.from].group != nodes[$0.to].group }.flatMap {
        [$0.from, $0.to]
      }
    )
    let kept = nodes.indices.filter { ends.contains($0) || shown(nodes[$0]) }
    let numbers = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    let ways = graph.leading(through: Set(nodes.indices).subtracting(kept)).reduced
    let handing = Dictionary(grouping: fields.keys, by: \.to).mapValues { $0.map(\.from) }
    let edges = kept.flatMap { end -> [Diagram.Edge] in
      ways.prerequisites(of: end).union(handing[end] ?? []).sorted().compactMap { begin in
        guard let from = numbers[begin], let to = numbers[end] else { return nil }
        return Diagram.Edge(from: from, to: to, fields: fields[Pair(from: begin, to: end)] ?? [])
      }
    }
    return Diagram(groups: alike.groups, nodes: kept.map { nodes[$0] }, edges: edges)
  }
}

extension HandOff.Field {
  /// Whether a reader would be told the same of both.
  fileprivate func isLike(_ other: HandOff.Field) -> Bool {
    switch (self, other) {
    case (.boundToken, .boundToken): true
    default: self == other
    }
  }
}
