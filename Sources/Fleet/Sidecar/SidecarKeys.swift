import JSON

extension Record {
  fileprivate static let uploader = prometheus(
    retention: "24h",
    // Blocks of two hours: one that is written, one that is uploaded, and one to be late with.
    leastRetention: "6h",
    cpu: "200m",
    memory: "1Gi",
    disk: "20Gi",
    replicas: (1...2, .copies),
  )

  fileprivate static let sidecar = Record(
    noun: "the sidecar",
    keys: [
      Key(
        "version",
        .text(.release),
        .standard(.string(Standard.thanos)),
        "The release of Thanos, which also chooses the image.",
      ),
      .image(nil),
      .resources(cpu: "50m", memory: "128Mi"),
      // The operator sets them, and refuses those that are set twice.
      .extraArguments(owned: [
        "prometheus.url", "prometheus.http-client", "prometheus.http-client-file", "grpc-address",
        "http-address", "grpc-server-tls-cert", "grpc-server-tls-key", "objstore.config",
        "objstore.config-file", "tsdb.path", "shipper.meta-file-name",
        "shipper.ignore-unequal-block-size",
      ]),
    ],
  )
}

extension Key {
  static let sidecarIngress = Key(
    "ingress",
    .record(.ingress),
    .optional,
    "How the hub reaches the cluster's sidecar: an Ingress with gRPC over TLS.",
    only: [.sidecar],
    starter: .set([
      "host": "sidecar.cluster1.example.com", "loadBalancerSourceRanges": ["10.0.0.0/8"],
    ]),
  )

  static let sidecarLoadBalancer = Key(
    "loadBalancer",
    .record(.loadBalancer),
    .optional,
    """
    The other way: a load balancer that leads to the sidecar, which asks for no login; who may \
    connect is up to the network.
    """,
    only: [.sidecar],
  )

  static let sidecarPrometheus = section(
    "prometheus",
    .uploader,
    "The Prometheus that uploads.",
    only: [.sidecar],
  )

  static let sidecar = section(
    "sidecar",
    .sidecar,
    "Thanos beside Prometheus.",
    only: [.sidecar],
  )

  static let sidecarRole = Key(
    "iamRole",
    .text(.roleARN),
    .optional,
    """
    The IAM role that EKS gives to the cluster's Prometheus (IRSA), which may write to the bucket. \
    Without it the cluster gets at the bucket as `bucket.credentials` says.
    """,
    only: [.sidecar],
    starter: .commentedOut("arn:aws:iam::123456789012:role/metrics-cluster1"),
  )
}
