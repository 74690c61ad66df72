package import Objects

/// A fleet as a picture of boxes and arrows, as data: views decide how it looks.
package struct Diagram: Hashable, Sendable {
  /// What a picture is of.
  package enum Subject: String, Sendable, CaseIterable {
    /// What runs where, and what is handed from one cluster to another.
    case fleet
    /// Every object, and what is applied before what.
    case order
  }

  /// A box: an object, or one of each of several alike clusters.
  package struct Node: Hashable, Sendable {
    /// The place of its group in the diagram's groups.
    package let group: Int
    /// Where it stands for several, the clusters' own names in it are replaced by a mark.
    package internal(set) var object: ObjectReference
    /// How many objects it stands for, at least one.
    package internal(set) var count: Int
    /// Whether the fleet only reads it; somebody else has made it.
    package let isForeign: Bool
  }

  /// An arrow between two boxes, by their places in the diagram's nodes.
  package struct Edge: Hashable, Sendable {
    /// What comes first.
    package let from: Int
    /// What waits for it.
    package let to: Int
    /// Which fields of the first go into the second; empty where one only comes before the other.
    package let fields: [HandOff.Field]
  }

  /// The clusters that a frame stands for, the hub's first; several are alike.
  package let groups: [[String]]
  /// In an order in which they can be applied.
  package let nodes: [Node]
  /// In the order of the boxes to which they lead; none can be left out without losing what it says.
  package let edges: [Edge]

  init(groups: [[String]], nodes: [Node], edges: [Edge]) {
    self.groups = groups
    self.nodes = nodes
    self.edges = edges
  }

  /// How many arrows at most lead one after another to each box, by its place.
  ///
  /// Boxes of a circle, which only folding can make, count from what leads into it.
  package var depths: [Int] {
    var waiting = [Int](repeating: 0, count: nodes.count)
    var dependants = [[Int]](repeating: [], count: nodes.count)
    for edge in edges {
      waiting[edge.to] += 1
      dependants[edge.from].append(edge.to)
    }
    var depths = [Int](repeating: 0, count: nodes.count)
    var ready = nodes.indices.filter { waiting[$0] == 0 }
    while let next = ready.popLast() {
      for dependant in dependants[next] {
        depths[dependant] = max(depths[dependant], depths[next] + 1)
        waiting[dependant] -= 1
        if waiting[dependant] == 0 { ready.append(dependant) }
      }
    }
    return depths
  }
}
