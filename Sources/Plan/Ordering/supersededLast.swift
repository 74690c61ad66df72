import JSON
import Objects

/// A Secret of an earlier generation goes after everything that uses its successor does so: until then somebody may
/// show what only the old one makes good.
func supersededLast(_ staying: [OrderedObject], _ leaving: [OrderedObject]) -> [Edge] {
  let successors = Successors(among: staying)
  let pairs = leaving.compactMap { old in successors[old].map { (old.reference, $0) } }
  guard !pairs.isEmpty else { return [] }
  var users: [ObjectReference: [ObjectReference]] = [:]
  for object in staying {
    for secret in object.usedSecrets { users[secret, default: []].append(object.reference) }
  }
  return pairs.flatMap { old, successor in
    ((users[successor] ?? []) + [successor]).map { ($0, old) }
  }
}

/// The generations of Secrets that count.
struct Successors {
  /// Where a Secret and all that come after it stand: its first generation.
  private let secrets: [ObjectReference: ObjectReference]

  init(among objects: [OrderedObject]) {
    let lines = objects.filter(\.isDesired).compactMap { object in
      object.line.map { ($0, object.reference) }
    }
    secrets = Dictionary(lines) { $1 }
  }

  /// The one that has taken a Secret's place; nil where none has, or it is no Secret.
  subscript(old: OrderedObject) -> ObjectReference? {
    old.line.flatMap { secrets[$0] }.flatMap { $0 == old.reference ? nil : $0 }
  }
}

extension OrderedObject {
  /// The first generation of a Secret; nil for what is no Secret.
  fileprivate var line: ObjectReference? {
    guard reference.kind == .secret else { return nil }
    return annotation(WellKnown.generationOf).map { neighbour(.secret, $0) } ?? reference
  }

  /// The Secrets that it mounts, or is handed something of.
  fileprivate var usedSecrets: Set<ObjectReference> {
    let handed = Set(pending.flatMap(\.handOffs).map(\.holder))
    guard isWorkload else { return handed }
    var names = ReferencedNames()
    names.collect(from: body["spec"] ?? [:])
    return handed.union(names.secrets.map { neighbour(.secret, $0) })
  }
}
