package import JSON
import Text

/// What the table says of one key of the fleet file, in the topologies in which it says the same.
package struct KeyExplanation: Hashable, Sendable {
  /// As `clusters[].prometheus.retention`.
  package let path: String
  package let documentation: String
  package let form: KeyForm
  /// Whether a file without it is refused, where what it is in is there.
  package let isRequired: Bool
  /// What holds where the key is left out; nil where nothing does then.
  ///
  /// An empty mapping is a part that is there all the same, with the standards of the keys within.
  package let standard: JSON?
  /// A value that it may have.
  package let example: JSON
  /// The names of the keys within that any of the topologies has, in the table's order.
  package fileprivate(set) var keys: [String]
  /// Those that have the key, and say this of it.
  package fileprivate(set) var topologies: [Topology]
}

extension Fleet {
  /// What there is to say of a key; one entry for each meaning that topologies give it, none for a key that is unknown.
  ///
  /// `path` may have the brackets of lists or not, and former names: `clusters.name`, `clusters[].name`.
  package static func explanations(of path: String) -> [KeyExplanation] {
    let wanted = plainPath(path)
    var found: [KeyExplanation] = []
    for topology in Topology.allCases {
      for key in KeyWalk.keys(of: topology) where key.plain.isSame(as: wanted) {
        let told = KeyExplanation(key.key, at: key.path, in: topology)
        if let index = found.firstIndex(where: { $0.saysTheSame(as: told) }) {
          found[index].join(told)
        } else {
          found.append(told)
        }
      }
    }
    return found
  }

  /// The paths of all keys of all topologies, in the table's order, each once.
  package static var keyPaths: [String] {
    var seen: Set<String> = []
    return KeyWalk.all.map(\.path).filter { seen.insert($0).inserted }
  }

  /// The keys at the end of whose paths these words stand: `retention` is that of receive, of Prometheus and others.
  package static func keyPaths(endingIn path: String) -> [String] {
    let wanted = plainPath(path)
    var seen: Set<String> = []
    let found = KeyWalk.all.filter { $0.plain.ends(in: wanted) }
      .map(\.path).filter { seen.insert($0).inserted }
    return found.filter { !isToldOfClusters($0, among: found) }
  }

  /// Whether it is a key of the defaults or of groups that clusters have as well.
  private static func isToldOfClusters(_ path: String, among paths: [String]) -> Bool {
    ["defaults.", "groups.NAME."].contains { owner in
      path.hasPrefix(owner) && paths.contains("clusters[].\(path.dropFirst(owner.count))")
    }
  }

  /// The key above this path in which whatever stands is not fedctl's, as in a part of the platform's settings; nil where
  /// there is none.
  package static func openKey(above path: String) -> String? {
    var steps = plainPath(path).split(separator: ".").map(String.init)
    while steps.popLast() != nil, !steps.isEmpty {
      let above = steps.joined(separator: ".")
      let known = explanations(of: above).isEmpty ? keyPaths(endingIn: above) : [above]
      if known.count == 1 {
        return explanations(of: known[0]).first?.form.isOpen == true ? known[0] : nil
      }
    }
    return nil
  }

  /// The keys at the top of the file, in the table's order, each once.
  package static var topKeys: [String] { keyPaths.filter { !$0.contains(".") } }

  /// The key that is written most like this, or else some whose ends are.
  package static func keyPaths(like path: String) -> [String] {
    let wanted = plainPath(path)
    let known = KeyWalk.all
    if let whole = Suggestion.nearest(to: wanted, among: known.map(\.plain.present)) {
      return [whole]
    }
    let last = String(wanted.split(separator: ".").last ?? "")
    let ends = known.map(\.key.name)
    let end = Suggestion.nearest(to: last, among: ends)
    return Array((end.map(keyPaths(endingIn:)) ?? []).prefix(5))
  }

  /// Without the brackets of lists, and what stands in them.
  private static func plainPath(_ path: String) -> String {
    path.replacing(/\[[^\]]*\]|\.NAME/, with: "")
  }
}

extension KeyExplanation {
  fileprivate init(_ key: Key, at path: String, in topology: Topology) {
    var standard: JSON?
    if case .standard(let value) = key.presence,
      !value.isEmptyCollection || key.shape.record != nil && value.objectValue != nil
    {
      standard = value
    }
    self.init(
      path: path,
      documentation: key.documentation,
      form: key.shape.form,
      isRequired: key.presence == .required,
      standard: standard,
      example: key.shownExample,
      keys: key.shape.record?.keys.map(\.name) ?? [],
      topologies: [topology],
    )
  }

  /// Whatever the topologies, and the keys within.
  fileprivate func saysTheSame(as other: KeyExplanation) -> Bool {
    var other = other
    (other.topologies, other.keys) = (topologies, keys)
    return self == other
  }

  /// The same in more topologies.
  fileprivate mutating func join(_ other: KeyExplanation) {
    topologies += other.topologies
    keys += other.keys.filter { !keys.contains($0) }
  }
}

/// All keys of a topology's table, with the way to each.
private struct KeyWalk: Sendable {
  let key: Key
  let path: String
  let plain: PlainPath

  static func keys(of topology: Topology) -> [KeyWalk] { tables[topology] ?? [] }

  /// Those of each topology, one topology after the other.
  static let all = Topology.allCases.flatMap(keys)

  /// Walked through once: whoever looks for a word asks for all of them again and again.
  private static let tables = Dictionary(
    uniqueKeysWithValues: Topology.allCases.map {
      ($0, keys(of: .fleet.narrowed(to: $0), below: "", PlainPath()))
    }
  )

  /// Each before those within it.
  private static func keys(
    of record: Record,
    below place: String,
    _ plainPlace: PlainPath,
  ) -> [KeyWalk] {
    record.keys.flatMap { key in
      let path = place + key.name
      let plain = plainPlace.appending(key)
      let inner = key.shape.record.map {
        keys(of: $0, below: "\(path)\(key.shape.brackets).", plain)
      }
      return [KeyWalk(key: key, path: path, plain: plain)] + (inner ?? [])
    }
  }
}

/// The way to a key without the brackets of lists, by present names, and by former ones where keys on it have any.
private struct PlainPath: Sendable {
  private(set) var present = ""
  private var former = ""

  func appending(_ key: Key) -> PlainPath {
    let dot = present.isEmpty ? "" : "."
    var longer = self
    longer.present += dot + key.name
    longer.former += dot + (key.formerName ?? key.name)
    return longer
  }

  func isSame(as path: String) -> Bool { present == path || former == path }

  /// Whether this is the end of it, after a dot.
  func ends(in end: String) -> Bool {
    [present, former].contains { ".\($0)".hasSuffix(".\(end)") }
  }
}
