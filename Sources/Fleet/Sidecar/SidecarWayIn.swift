/// How the hub reaches a cluster's sidecar.
package enum SidecarWayIn: Hashable, Sendable {
  case ingress(GRPCIngress)
  case loadBalancer(LoadBalancer)
}
