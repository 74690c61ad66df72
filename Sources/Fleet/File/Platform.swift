/// What kind of cluster the objects are for.
package enum Platform: String, Hashable, Sendable, CaseIterable {
  /// Has Routes, a login for proxies, a service CA and the Operator Lifecycle Manager.
  case openshift
  /// Any other; its load balancers are those of its cloud.
  case kubernetes
}
