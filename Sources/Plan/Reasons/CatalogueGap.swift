/// What an operator's catalogue on a cluster does not have, with what it has instead.
package enum CatalogueGap: Hashable, Sendable {
  /// No catalogue of the cluster has the package.
  case package(String, source: String)
  /// Another catalogue has the package.
  case source(String, there: String)
  case channel(String, there: [String])
  /// The pinned version; `there` are those of the channel, newest first.
  case version(String, there: [String])
}
