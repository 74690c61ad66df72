package enum OpenEntrance: Hashable, Sendable {
  case ingress(Ingress)
  case loadBalancer(LoadBalancer, ServingCertificate)
}
