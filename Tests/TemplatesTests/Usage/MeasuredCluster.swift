import Fleet

/// A small cluster whose use is known, by what its own programs measure of it in half an hour.
struct MeasuredCluster {
  /// A pod, with one container beside the one that holds its network.
  struct Pod {
    let namespace: String
    let name: String
    let node: String
    let cores: Double
    let bytes: Double
    /// Bytes a second that arrive, twice as many as leave.
    let received: Double
    var sharesNodesNetwork = false
  }

  static let pods = [
    Pod(
      namespace: "openshift-etcd",
      name: "etcd-n1",
      node: "n1",
      cores: 0.5,
      bytes: 400e6,
      received: 90_000,
      sharesNodesNetwork: true,
    ),
    Pod(
      namespace: "openshift-console",
      name: "console-7d9c5b6f4d-x7k2p",
      node: "n1",
      cores: 0.1,
      bytes: 100e6,
      received: 1000,
    ),
    Pod(
      namespace: "openshift-console",
      name: "console-7d9c5b6f4d-bq4xz",
      node: "n2",
      cores: 0.2,
      bytes: 120e6,
      received: 3000,
    ),
    Pod(
      namespace: "openshift-monitoring",
      name: "prometheus-k8s-0",
      node: "n2",
      cores: 1,
      bytes: 2000e6,
      received: 5000,
    ),
  ]

  static let nodes = ["n1", "n2"]

  let platform: Platform
  /// Whether it has kube-state-metrics.
  let hasObjects: Bool
  /// As OpenShift, or its API server, calls its release.
  let release: String

  var series: [MeasuredSeries] {
    Self.pods.flatMap(Self.containers) + Self.nodes.flatMap(Self.node) + Self.targets
      + (hasObjects ? Self.pods.flatMap(Self.objects) : []) + own
      + (platform == .openshift ? Self.pods.flatMap(Self.recorded) : [])
  }

  /// What cAdvisor measures: of each container, and of the pod's group, which has no container's name.
  private static func containers(of pod: Pod) -> [MeasuredSeries] {
    let place = [
      "namespace": pod.namespace, "pod": pod.name, "node": pod.node, "job": "kubelet",
      "metrics_path": "/metrics/cadvisor",
    ]
    let groups = [place, place.merging(["container": "main"]) { $1 }]
    return groups.flatMap { labels in
      [
        MeasuredSeries.counter("container_cpu_usage_seconds_total", labels, aSecond: pod.cores),
        .gauge("container_memory_working_set_bytes", labels, pod.bytes),
        .gauge("container_memory_usage_bytes", labels, pod.bytes * 2),
      ]
    } + [.gauge("container_fs_usage_bytes", groups[1], pod.bytes / 10)]
      + network(of: pod, place.merging(["interface": "eth0"]) { $1 })
      + (pod.sharesNodesNetwork
        ? network(of: pod, place.merging(["interface": "br-ex"]) { $1 }) : [])
  }

  private static func network(of pod: Pod, _ labels: [String: String]) -> [MeasuredSeries] {
    [
      .counter("container_network_receive_bytes_total", labels, aSecond: pod.received),
      .counter("container_network_transmit_bytes_total", labels, aSecond: pod.received * 2),
    ]
  }

  /// What kube-state-metrics says.
  private static func objects(of pod: Pod) -> [MeasuredSeries] {
    let place = ["namespace": pod.namespace, "pod": pod.name]
    return [
      .gauge(
        "kube_pod_info",
        place.merging(["node": pod.node, "host_network": "\(pod.sharesNodesNetwork)"]) { $1 },
        1,
      ),
      .gauge("kube_pod_status_phase", place.merging(["phase": "Pending"]) { $1 }, 0),
      // Once within half an hour.
      MeasuredSeries(
        "kube_pod_container_status_restarts_total",
        place.merging(["container": "main", "uid": pod.name]) { $1 },
      ) { $0 < 15 ? 2 : 3 },
    ]
  }

  /// What OpenShift's own rules make of it.
  private static func recorded(of pod: Pod) -> [MeasuredSeries] {
    let (namespace, place) = (
      ["namespace": pod.namespace], ["namespace": pod.namespace, "pod": pod.name],
    )
    let all = pods.filter { $0.namespace == pod.namespace }
    return [
      .gauge("pod:container_cpu_usage:sum", place, pod.cores),
      .gauge("pod:container_fs_usage_bytes:sum", place, pod.bytes / 10),
    ]
      + (all.first?.name == pod.name
        ? [
          .gauge("namespace:container_cpu_usage:sum", namespace, all.reduce(0) { $0 + $1.cores }),
          .gauge(
            "namespace:container_memory_usage_bytes:sum",
            namespace,
            all.reduce(0) { $0 + $1.bytes * 2 },
          ),
        ] : [])
  }

  /// What kubelets, cAdvisor and the node exporter measure of a node.
  private static func node(_ name: String) -> [MeasuredSeries] {
    let node = ["node": name]
    return [
      .gauge("machine_cpu_cores", node, 4), .gauge("machine_memory_bytes", node, 16e9),
      .gauge(
        "kubelet_volume_stats_used_bytes",
        node.merging(["namespace": "openshift-monitoring", "persistentvolumeclaim": "data-\(name)"])
        { $1 },
        5e9,
      ),
      .counter("node_cpu_seconds_total", node.merging(["mode": "idle"]) { $1 }, aSecond: 0.5),
      .gauge("node_memory_MemAvailable_bytes", node, 2),
      .gauge("node_memory_MemTotal_bytes", node, 8),
      .gauge("node_filesystem_avail_bytes", node.merging(["fstype": "xfs"]) { $1 }, 2),
      .gauge("node_filesystem_size_bytes", node.merging(["fstype": "xfs"]) { $1 }, 8),
    ]
  }

  /// What Prometheus makes of its targets: one of each namespace, and itself.
  private static let targets =
    pods.filter { !$0.name.hasSuffix("bq4xz") }.flatMap { pod -> [MeasuredSeries] in
      let labels = ["namespace": pod.namespace, "pod": pod.name, "job": pod.namespace]
      return [
        .gauge("up", labels, 1),
        .gauge("scrape_samples_post_metric_relabeling", labels, 700),
      ]
    } + [
      .gauge("up", ["job": "kubelet"], 1),
      .gauge("scrape_samples_post_metric_relabeling", ["job": "kubelet"], 3000),
      .gauge(
        "ALERTS",
        [
          "alertname": "KubePodCrashLooping", "alertstate": "firing", "namespace": "openshift-etcd",
        ],
        1,
      ),
    ]

  /// Its release, and how its Prometheus and its sidecar fare.
  private var own: [MeasuredSeries] {
    let sidecar = ["job": "thanos-sidecar"]
    let queue = ["remote_name": "hub", "url": "https://hub"]
    let now = MeasuredSeries.now
    let itself = platform == .openshift ? "prometheus-k8s" : "federated-prometheus"
    return [
      .gauge("up", ["job": itself], 1),
      MeasuredSeries("prometheus_remote_storage_highest_timestamp_in_seconds", [:], now),
      MeasuredSeries("prometheus_remote_storage_queue_highest_sent_timestamp_seconds", queue) {
        now($0) - 30
      },
      .counter("prometheus_remote_storage_samples_failed_total", queue, aSecond: 0.1),
      MeasuredSeries("thanos_objstore_bucket_last_successful_upload_time", sidecar) {
        now($0) - 60
      },
      .counter("thanos_shipper_upload_failures_total", sidecar, aSecond: 0.01),
      platform == .openshift
        ? MeasuredSeries("cluster_version", ["type": "current", "version": release], now)
        : .gauge("kubernetes_build_info", ["job": "apiserver", "git_version": "v\(release)"], 1),
    ]
      + (platform == .openshift
        ? [
          .gauge("cluster_version", ["type": "initial", "version": "4.1.0"], 1),
          .gauge("cluster_operator_up", ["name": "etcd", "version": release], 1),
        ] : [.gauge("kubernetes_build_info", ["job": "kubelet", "git_version": "v1.1.1"], 1)])
  }
}
