import Facts
package import Fleet

/// Why what was asked for makes no sense for this fleet.
///
/// It is found before any cluster is asked.
package enum SessionProblem: Error, Hashable, Fact {
  /// The fleet has no cluster of that name; `known` are those it may be.
  case unknownCluster(String, known: [String])
  /// The same, where the hub does not count.
  case unknownManagedCluster(String, known: [String])
  /// A fleet of this topology keeps nothing in a bucket, so there is none to purge.
  case noBucket(Topology)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case unknownCluster = "fleet.unknown-cluster"
    case noBucket = "fleet.no-bucket"
  }

  package var code: Code {
    switch self {
    case .unknownCluster, .unknownManagedCluster: .unknownCluster
    case .noBucket: .noBucket
    }
  }
}
