import JSON

extension Key {
  static let receiveIngress = Key(
    "ingress",
    .record(.receiveIngress),
    .optional,
    "How the clusters reach a hub that is not OpenShift's.",
    only: [.receive],
    starter: .sectionOn(.kubernetes),
  )

  static let receiveLoadBalancer = Key(
    "loadBalancer",
    .record(.loadBalancer),
    .optional,
    "How the clusters reach a hub without an Ingress: a load balancer of receive alone, which needs `tls`.",
    only: [.receive],
  )
}
