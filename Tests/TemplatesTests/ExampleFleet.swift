@testable import Fleet

/// What `examples/receive-openshift/fleet.yaml` says, as a value.
extension Fleet {
  static let receiveOnOpenShift = Fleet(
    name: "edge-metrics",
    topology: .receive,
    namespace: "thanos",
    bucket: Bucket(
      name: "edge-metrics",
      region: "us-east-2",
      endpoint: "s3.us-east-2.amazonaws.com",
      prefix: nil,
      isInsecure: false,
      credentials: .environment,
    ),
    hub: .example,
    clusters: [
      .example(
        "cluster1",
        release: OpenShiftVersion(major: 4, minor: 18),
        labels: [("region", "us-east-1"), ("stage", "prod")],
        applications: [.reverseWords],
      ),
      .example(
        "cluster2",
        release: OpenShiftVersion(major: 4, minor: 14),
        labels: [("region", "eu-west-1"), ("stage", "test")],
      ),
    ],
    patches: [],
  )
}

extension Hub {
  fileprivate static let example = Hub(
    name: "hub",
    context: "hub",
    server: nil,
    platform: .openshift,
    token: .secret,
    oauthProxy: OAuthProxy(image: "quay.io/openshift/origin-oauth-proxy:4.18"),
    storeGateway: .thanos(storage: "10Gi"),
    receive: Receive(component: .thanos(storage: "50Gi"), retention: "24h"),
    compactor: Compactor(
      component: .thanos(storage: "50Gi"),
      retentionRaw: "30d",
      retentionFiveMinutes: "30d",
      retentionOneHour: "30d",
    ),
    querier: .thanos(),
    grafana: .example("docker.io/grafana/grafana:12.2.0"),
  )
}

extension ManagedCluster {
  fileprivate static func example(
    _ name: String,
    release: OpenShiftVersion,
    labels: [(name: String, value: String)],
    applications: [ServiceMonitor] = [],
  ) -> ManagedCluster {
    ManagedCluster(
      name: name,
      context: name,
      server: nil,
      platform: .openshift,
      openshiftVersion: release,
      externalLabels: ([("cluster", name)] + labels).map(ExternalLabel.init),
      federate: Federate(
        match: [
          #"{__name__="pod:container_cpu_usage:sum"}"#,
          #"{__name__="pod:container_memory_usage_bytes:sum"}"#,
          #"{__name__="kube_pod_labels"}"#,
        ],
        interval: "30s",
      ),
      serviceMonitors: applications,
      prometheus: ManagedPrometheus(
        component: .example("quay.io/prometheus/prometheus:v3.5.0", storage: "10Gi"),
        version: "v3.5.0",
        retention: "24h",
        scrapeInterval: "30s",
      ),
      prometheusOperator: PrometheusOperator(
        package: "prometheus",
        channel: "beta",
        source: "community-operators",
        sourceNamespace: "openshift-marketplace",
        startingCSV: "prometheusoperator.v0.70.0",
      ),
    )
  }
}

extension ServiceMonitor {
  fileprivate static let reverseWords = ServiceMonitor(
    name: "reverse-words",
    namespace: "reverse-words-app",
    selector: ["app": "reverse-words"],
    port: "http",
    path: "/metrics",
    interval: "30s",
  )
}

extension Component {
  fileprivate static func thanos(storage: String? = nil) -> Component {
    example("quay.io/thanos/thanos:v0.41.0", storage: storage)
  }

  fileprivate static func example(_ image: String, storage: String? = nil) -> Component {
    Component(
      image: image,
      replicas: 1,
      resources: Resources(requests: ["cpu": "100m", "memory": "256Mi"], limits: [:]),
      storage: storage.map { Storage(size: $0, storageClass: nil) },
      nodeSelector: [:],
      tolerations: [],
      extraArguments: [],
    )
  }
}
