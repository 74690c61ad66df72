/// How the managed clusters reach the hub.
package enum ReceiveWayIn: Hashable, Sendable {
  /// OpenShift's router, and its proxy.
  case route
  /// On another platform, a load balancer or what shares one, and a proxy that runs everywhere.
  case open(OpenWayIn, GuardProxy)
}
