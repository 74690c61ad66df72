/// The values that stand at one place of several clusters, each with the clusters that have it.
///
/// Where all agree there is one share, so that a reader is told once what holds for forty.
package struct Spread<Value: Hashable & Sendable>: Hashable, Sendable {
  /// One value, and the names of the clusters that have it, in the plan's order.
  package struct Share: Hashable, Sendable {
    /// What these clusters have.
    package let value: Value
    /// By name in the fleet; never empty.
    package fileprivate(set) var clusters: [String]
  }

  /// In the order of the first cluster of each; empty only where no cluster was given.
  package private(set) var shares: [Share] = []

  /// One value for each cluster.
  package init(_ values: [(cluster: String, value: Value)]) {
    var places: [Value: Int] = [:]
    for (cluster, value) in values {
      if let place = places[value] {
        shares[place].clusters.append(cluster)
      } else {
        places[value] = shares.count
        shares.append(Share(value: value, clusters: [cluster]))
      }
    }
  }

  /// The value that all clusters have; nil where they differ.
  package var common: Value? { shares.count == 1 ? shares.first?.value : nil }

  /// Another value in place of each; those that become equal are one from then on.
  package func map<Other>(_ transform: (Value) -> Other) -> Spread<Other> {
    Spread<Other>(
      shares.flatMap { share in
        let value = transform(share.value)
        return share.clusters.map { ($0, value) }
      }
    )
  }
}

extension Spread {
  /// One value for each cluster; where they differ in nothing but the cluster's own name, that name is
  /// replaced by a mark and they are one.
  package init(
    _ values: [(cluster: String, value: Value)],
    naming: (_ value: Value, _ cluster: String) -> Value,
  ) {
    let plain = Spread(values)
    guard plain.shares.count > 1 else {
      self = plain
      return
    }
    let named = Spread(values.map { ($0.cluster, naming($0.value, $0.cluster)) })
    self = named.shares.count < plain.shares.count ? named : plain
  }
}
