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
      for key in KeyWalk.keys(of: topology) where key.goesBy(wanted) {
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
    return Topology.allCases.flatMap { KeyWalk.keys(of: $0).map(\.path) }
      .filter { seen.insert($0).inserted }
  }

  /// The keys at the end of whose paths these words stand: `retention` is that of receive, of Prometheus and others.
  package static func keyPaths(endingIn path: String) -> [String] {
    let wanted = plainPath(path)
    var seen: Set<String> = []
    let found = Topology.allCases.flatMap(KeyWalk.keys).filter { $0.ends(in: wanted) }
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
    let whole = Suggestion.nearest(to: wanted, among: keyPaths.map(plainPath))
    if let whole { return [whole] }
    let last = String(wanted.split(separator: ".").last ?? "")
    let ends = keyPaths.compactMap { plainPath($0).split(separator: ".").last.map(String.init) }
    let end = Suggestion.nearest(to: last, among: ends)
    return Array((end.map(keyPaths(endingIn:)) ?? []).prefix(5))
  }

  /// Without the brackets of lists, and what stands in them.
  fileprivate static func plainPath(_ path: String) -> String {
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
private struct KeyWalk {
  let key: Key
  let path: String
  /// The same with the former names of keys on the way and at its end; nil where there are none.
  let formerPath: String?

  static func keys(of topology: Topology) -> [KeyWalk] {
    keys(of: .fleet.narrowed(to: topology), below: "", nil)
  }

  /// Each before those within it.
  private static func keys(
    of record: Record,
    below place: String,
    _ formerPlace: String?,
  ) -> [KeyWalk] {
    record.keys.flatMap { key in
      let path = place + key.name
      let isRenamed = formerPlace != nil || key.formerName != nil
      let formerPath = isRenamed ? (formerPlace ?? place) + (key.formerName ?? key.name) : nil
      let inner = key.shape.record.map { record in
        let brackets = "\(key.shape.brackets)."
        return keys(of: record, below: path + brackets, formerPath.map { $0 + brackets })
      }
      return [KeyWalk(key: key, path: path, formerPath: formerPath)] + (inner ?? [])
    }
  }

  /// Whether a path without brackets is that of the key, by its present or its former names.
  func goesBy(_ plainPath: String) -> Bool { plainPaths.contains(plainPath) }

  /// Whether a path without brackets is the end of the key's.
  func ends(in plainPath: String) -> Bool {
    plainPaths.contains { ".\($0)".hasSuffix(".\(plainPath)") }
  }

  private var plainPaths: [String] { [path, formerPath].compactMap(\.self).map(Fleet.plainPath) }
}
