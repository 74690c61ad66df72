import JSON

extension Record {
  fileprivate static let gatherer = prometheus(
    retention: "15d",
    cpu: "500m",
    memory: "2Gi",
    disk: "100Gi",
    replicas: (1...1, .neverAgree),
    beside: ["alertmanagers", "rules"],
  )

  fileprivate static let reader = prometheus(
    retention: "24h",
    cpu: "200m",
    memory: "1Gi",
    disk: "20Gi",
    replicas: (1...1, .mixedSamples),
  )
}

extension Key {
  static let hubPrometheus = section(
    "prometheus",
    .gatherer,
    "Reads from the clusters, keeps the metrics and answers queries.",
    only: [.federate],
  )

  static let federateLoadBalancer = Key(
    "loadBalancer",
    .record(.loadBalancer),
    .standard([:]),
    "How the hub reaches the cluster's Prometheus.",
    only: [.federate],
    starter: .commentedOut(["loadBalancerSourceRanges": ["10.0.0.0/8"]]),
  )

  static let federatePrometheus = section(
    "prometheus",
    .reader,
    "The Prometheus that the hub reads from.",
    only: [.federate],
  )
}
