/// How the hub reaches a cluster's sidecar.
package enum WayIn: Hashable, Sendable {
  case ingress(GRPCIngress)
  case loadBalancer(LoadBalancer)
}
