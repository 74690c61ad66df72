package import Objects

/// What of a fleet a run is about, where it is not about all of it.
package struct Selection: Hashable, Sendable {
  /// Clusters by name, with what the hub needs for them; empty for all of them.
  package var clusters: [String]
  /// Objects by kind and name, with what these need; empty for all of them.
  package var objects: [ObjectChoice]

  package init(clusters: [String] = [], objects: [ObjectChoice] = []) {
    self.clusters = clusters
    self.objects = objects
  }

  /// Whether nothing is left out.
  package var isWhole: Bool { clusters.isEmpty && objects.isEmpty }

  /// Whether a cluster that left the fleet file is cleaned up in this run.
  ///
  /// Only one that was named is: who chooses something else has not thought of removals.
  package func cleansUp(_ cluster: String) -> Bool { isWhole || clusters.contains(cluster) }

  /// Whether a change to an object is asked for.
  ///
  /// `owner`: the cluster that the object is for, wherever it is.
  func covers(_ object: ObjectReference, of owner: String) -> Bool {
    (clusters.isEmpty || clusters.contains(owner))
      && (objects.isEmpty || objects.contains { $0.matches(object) })
  }
}

/// Objects of one kind and name, on whichever cluster and in whichever namespace.
package struct ObjectChoice: Hashable, Sendable, CustomStringConvertible {
  /// As it was given: a kind or its plural, with or without its group.
  package let kind: String
  /// The objects' name.
  package let name: String

  /// nil for anything but `KIND/NAME`.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    kind = String(parts[0])
    name = String(parts[1])
  }

  package var description: String { "\(kind)/\(name)" }

  /// As kubectl takes kinds: case does not count.
  package func matches(_ object: ObjectReference) -> Bool {
    let kinds = [object.kind.kind, object.kind.plural]
    let names = kinds + kinds.map { "\($0).\(object.kind.group)" }
    return object.name == name && names.contains { $0.lowercased() == kind.lowercased() }
  }
}
