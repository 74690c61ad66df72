import Diagnostics
import JSON
import Objects
import Plan

extension Diagram.Subject {
  /// What a picture is of, for those who cannot see it, too.
  func title(of fleet: String) -> String {
    switch self {
    case .fleet: "The fleet \(fleet): what runs where, and what is handed over"
    case .order: "The fleet \(fleet): what is applied before what"
    }
  }
}

extension Diagram {
  /// The name of a frame.
  static func heading(of group: [String]) -> String {
    group.count == 1 ? group[0] : PlanWords.alike(group)
  }

  /// The boxes that stand in a frame, each with its place among all of them.
  func boxes(in frame: Int) -> [(place: Int, node: Node)] {
    nodes.enumerated().filter { $0.element.group == frame }.map { ($0.offset, $0.element) }
  }
}

extension Diagram.Node {
  /// What a box says: the kind with how many there are, and the name below it.
  var lines: [String] {
    let kind =
      object.kind.kind + (count > 1 ? " × \(count)" : "") + (isForeign ? " (not ours)" : "")
    return [kind, object.namespace.map { "\($0)/\(object.name)" } ?? object.name]
      .map(Printable.text)
  }
}

extension Diagram.Edge {
  /// What is handed over, in as few words as an arrow has room for; empty where nothing is.
  var label: String { Printable.text(fields.map(\.noun).joined(separator: ", ")) }
}

extension HandOff.Field {
  /// What the value is.
  fileprivate var noun: String {
    switch self {
    case .admittedHost: "host"
    case .loadBalancerHost: "address"
    case .data(let key): key
    case .text(let path): path.description
    case .uid: "uid"
    case .boundToken: "token"
    case .boundTokenExpiry: "expiry"
    }
  }
}
