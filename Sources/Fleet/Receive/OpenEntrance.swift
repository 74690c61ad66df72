/// How the clusters reach a hub whose platform has no Routes.
package enum OpenEntrance: Hashable, Sendable {
  case ingress(Ingress)
  case loadBalancer(LoadBalancer, ServingCertificate)
}
