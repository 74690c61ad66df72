/// One object on one cluster of the fleet.
package struct ObjectReference: Hashable, Sendable {
  /// The cluster's name in the fleet, not its context.
  package let cluster: String
  /// With the version in which fedctl asks for it.
  package let kind: ResourceKind
  /// nil for kinds that have no namespace.
  package let namespace: String?
  /// `metadata.name`.
  package let name: String

  package init(cluster: String, _ kind: ResourceKind, namespace: String? = nil, name: String) {
    self.cluster = cluster
    self.kind = kind
    self.namespace = kind.isNamespaced ? namespace : nil
    self.name = name
  }

  /// `Route thanos/thanos-receive`: what it is called once the cluster is known.
  package var localDescription: String {
    namespace.map { "\(kind.kind) \($0)/\(name)" } ?? "\(kind.kind) \(name)"
  }
}

extension ObjectReference: CustomStringConvertible {
  package var description: String { "\(cluster): \(localDescription)" }
}

extension ObjectReference: Comparable {
  /// By cluster, group, kind, namespace and name: an order that is the same on every machine.
  package static func < (left: Self, right: Self) -> Bool {
    if left.cluster != right.cluster { return left.cluster < right.cluster }
    if left.kind.groupKind != right.kind.groupKind {
      return left.kind.groupKind < right.kind.groupKind
    }
    if left.namespace != right.namespace {
      return (left.namespace ?? "") < (right.namespace ?? "")
    }
    return left.name < right.name
  }
}

extension ObjectReference {
  /// A name for a file that no other object of the cluster gets, as `Route.thanos.grafana`.
  ///
  /// Names come from files of others, too: a slash, or a dot at the beginning, leads nowhere.
  package var fileName: String {
    let name = [kind.kind, namespace, name].compactMap { $0 }.joined(separator: ".")
    let safe = name.replacing("%", with: "%25").replacing("/", with: "%2F")
      .replacing("\0", with: "%00")
    return safe.hasPrefix(".") ? "%2E\(safe.dropFirst())" : safe
  }
}
