/// How the clusters reach a hub whose platform has no Routes.
package enum OpenWayIn: Hashable, Sendable {
  case ingress(Ingress)
  case loadBalancer(LoadBalancer, ServingCertificate)
}
