import JSON

extension Record {
  /// The one that knows its visitors by their certificates.
  static let mutualReceive = component(
    "receive",
    image: thanos,
    cpu: "250m",
    memory: "1Gi",
    disk: "50Gi",
    replicas: (1...1, .sharedElsewhere),
    owned: receiveFlags + [
      "objstore.config", "objstore.config-file", "remote-write.server-tls-cert",
      "remote-write.server-tls-key", "remote-write.server-tls-client-ca",
      "receive.tenant-certificate-field",
    ],
    further: [receiveRetention],
  )
}

extension Key {
  static let collectorLoadBalancer = Key(
    "loadBalancer",
    .record(.loadBalancer),
    .optional,
    "How the clusters reach a hub that is not OpenShift's.",
    only: [.collector],
    starter: .sectionOn(.kubernetes),
  )

  static let mutualReceive = section(
    "receive",
    .mutualReceive,
    "Takes in what the clusters write, and asks them for a certificate.",
    only: [.collector],
  )
}
