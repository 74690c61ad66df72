/// How a managed cluster's credential for the hub is made.
package enum TokenPolicy: Hashable, Sendable {
  /// A service-account-token Secret: it does not expire; deleting it revokes it.
  case secret
  /// TokenRequest, bound to a Secret; renewed when a third of the lifetime (seconds) is left.
  case bound(lifetime: Int)
}
