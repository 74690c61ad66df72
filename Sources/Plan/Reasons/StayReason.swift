import Facts
package import Objects

/// Why an object of the fleet is left where it is when the fleet is torn down.
package enum StayReason: Fact, Hashable {
  /// It holds the metrics of a pod, which nobody asked to delete.
  case holdsData
  /// A namespace in which there are data that stay: how many volume claims.
  case contains(claims: Int)
  /// The same, where the command has no option that would delete them: how many volume claims.
  case keepsClaims(Int)
  /// A namespace in which there are objects of others.
  case containsForeign([ObjectReference])
  /// A definition that others' operators own or need, by their ClusterServiceVersions.
  case neededBy([ObjectReference])
  /// A definition of whose kind there are objects of others.
  case definesForeign([ObjectReference])
  /// An operator for the whole cluster, and what it stands on: others have these objects for it to look after.
  case serves([ObjectReference])
  /// A namespace or definition whose content cannot be read in full.
  case contentUnknown(UnreadableContent)
  /// It records a cluster that cannot be looked at now, and without it a later run would not find that.
  case records(clusters: [String])

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case holdsData = "stay.holds-data"
    case contains = "stay.contains-claims"
    case keepsClaims = "stay.keeps-claims"
    case containsForeign = "stay.contains-foreign"
    case neededBy = "stay.needed-by"
    case definesForeign = "stay.defines-foreign"
    /// An operator looks after objects of others.
    case serves = "stay.serves-others"
    case contentUnknown = "stay.content-unknown"
    case records = "stay.records-clusters"
  }

  package var code: Code {
    switch self {
    case .holdsData: .holdsData
    case .contains: .contains
    case .keepsClaims: .keepsClaims
    case .containsForeign: .containsForeign
    case .neededBy: .neededBy
    case .definesForeign: .definesForeign
    case .serves: .serves
    case .contentUnknown: .contentUnknown
    case .records: .records
    }
  }
}
