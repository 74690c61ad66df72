/// How much is asked at once, of how many clusters.
///
/// Every request to an API server that has no HTTP/2 takes a connection, and every connection an open file.
package struct RequestLimits: Hashable, Sendable {
  /// How many clusters are looked at at once: each may have a whole list of answers under way.
  package var clusters: Int
  /// How many requests may be under way to one cluster.
  package var perCluster: Int

  package init(clusters: Int = 64, perCluster: Int = 16) {
    self.clusters = clusters
    self.perCluster = perCluster
  }

  /// How many requests may be under way in all: two for each cluster, for most wait for answers of one or two
  /// at a time, and so many for one as it may have.
  package var inAll: Int { max(2 * clusters, perCluster) }
}
