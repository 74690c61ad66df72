import Facts
package import Fleet

/// Why what was asked for makes no sense for this fleet.
///
/// Most is found before any cluster is asked, and all of it before anything is changed.
package enum SessionProblem: Error, Hashable, Fact {
  /// The fleet has no cluster of that name; `known` are those it may be.
  case unknownCluster(String, known: [String])
  /// The same, where the hub does not count.
  case unknownManagedCluster(String, known: [String])
  /// The fleet has no cluster in a group of that name; `known` are those that have some.
  case unknownGroup(String, known: [String])
  /// The fleet file has no key of that name, and no cluster; `like` are keys that may be meant.
  case unknownKey(String, like: [String])
  /// A fleet of this topology keeps nothing in a bucket, so there is none to purge.
  case noBucket(Topology)
  /// Nothing of the fleet has that kind and name, given as `KIND/NAME`.
  case unknownObject(String)
  /// A cluster has another name than before, and is not part of what was chosen: its new name would be
  /// recorded, and nothing else of it.
  case renamedBeside(from: String, to: String)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case unknownCluster = "fleet.unknown-cluster"
    /// A group is chosen that no cluster is in.
    case unknownGroup = "fleet.no-such-group"
    /// Something is to be explained that is no key and no cluster.
    case unknownKey = "fleet.no-such-key"
    case noBucket = "fleet.no-bucket"
    case unknownObject = "fleet.unknown-object"
    case renamedBeside = "fleet.renamed-beside"
  }

  package var code: Code {
    switch self {
    case .unknownCluster, .unknownManagedCluster: .unknownCluster
    case .unknownGroup: .unknownGroup
    case .unknownKey: .unknownKey
    case .noBucket: .noBucket
    case .unknownObject: .unknownObject
    case .renamedBeside: .renamedBeside
    }
  }
}
