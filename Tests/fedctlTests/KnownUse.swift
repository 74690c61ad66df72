/// Clusters whose pods use what a formula says, and the same as a Prometheus would have been told it.
///
/// Four clusters over two hours, a sample a minute: `a` goes from 4.16.3 to 4.17.0 in the middle, and from two nodes
/// to three before; `b` stays, `c` has the newer from the beginning, and `base` is of another distribution.
enum KnownUse {
  /// 2026-11-26 00:00 UTC: steps of five and of fifteen minutes begin then.
  static let start = 1_795_651_200
  /// Of five minutes each.
  static let steps = 24
  static let step = 300

  struct Pod {
    let namespace: String
    let name: String
    /// As a report calls what it belongs to.
    let component: String
    /// On its node's network, whose traffic is not its own.
    var isOnNode = false
  }

  struct Cluster {
    let name: String
    let place: Int
    let isOpenShift: Bool
    let pods: [Pod]
  }

  private static let openshift = [
    Pod(namespace: "openshift-etcd", name: "etcd-a0", component: "etcd"),
    Pod(namespace: "openshift-etcd", name: "etcd-a1", component: "etcd"),
    Pod(
      namespace: "openshift-etcd-operator",
      name: "etcd-operator-6d9f7bc4c8-x7k2p",
      component: "etcd",
    ),
    Pod(namespace: "openshift-dns", name: "dns-default-zx9wq", component: "dns"),
    Pod(namespace: "openshift-dns", name: "node-resolver-b5d2n", component: "dns", isOnNode: true),
    Pod(namespace: "openshift-brand-new", name: "thing-0", component: "openshift-brand-new"),
    Pod(namespace: "shop", name: "cart-5d9c7f8b6-x2x4z", component: "user workloads"),
    Pod(namespace: "shop", name: "db-0", component: "user workloads"),
  ]

  private static let other = [
    Pod(namespace: "kube-system", name: "etcd-node1", component: "etcd"),
    Pod(namespace: "kube-system", name: "coredns-5d9c7f8b6-x2x4z", component: "dns"),
    Pod(namespace: "shop", name: "cart-5d9c7f8b6-x2x4z", component: "shop/cart"),
    Pod(namespace: "shop", name: "cart-5d9c7f8b6-z4x2x", component: "shop/cart"),
  ]

  static let clusters = [
    Cluster(name: "a", place: 0, isOpenShift: true, pods: openshift),
    Cluster(name: "b", place: 1, isOpenShift: true, pods: openshift),
    Cluster(name: "c", place: 2, isOpenShift: true, pods: openshift),
    Cluster(name: "base", place: 3, isOpenShift: false, pods: other),
  ]

  /// The version at a step.
  static func version(of cluster: Cluster, at step: Int) -> String {
    guard cluster.isOpenShift else { return "1.29.4+k3s1" }
    return cluster.name == "c" || (cluster.name == "a" && step >= steps / 2) ? "4.17.0" : "4.16.3"
  }

  static func nodes(of cluster: Cluster, at step: Int) -> Int {
    cluster.isOpenShift ? (cluster.name == "a" && step < 6 ? 2 : 3) : 1
  }

  /// Cores.
  static func cpu(_ cluster: Cluster, _ pod: Int, at step: Int) -> Double {
    0.05 * Double(cluster.place + 1) * Double(pod + 1) + 0.001 * Double(step * (pod + 2))
  }

  /// Bytes: not in the order of time, so that a median is no mean.
  static func memory(_ cluster: Cluster, _ pod: Int, at step: Int) -> Double {
    Double((pod + 1) << 20) * Double(10 + cluster.place) + Double(step * step % 7) * 4096
  }

  /// Bytes a second.
  static func received(_ cluster: Cluster, _ pod: Int) -> Double {
    1000 * Double(cluster.place + 1) * Double(pod + 1)
  }

  /// Of one container of each pod, a minute.
  static func restarts(_ cluster: Cluster, _ pod: Int) -> Int { pod == 1 ? 1 : 0 }

  static func series(_ cluster: Cluster, _ pod: Int) -> Double {
    Double(100 * (pod + 1) + cluster.place)
  }
}

extension KnownUse {
  /// All of it in OpenMetrics, from five minutes before the first step.
  static var openMetrics: String {
    let minutes = -5...(steps * step / 60)
    var families: [String: [String]] = [:]
    for cluster in clusters {
      for minute in minutes {
        for (name, labels, value) in samples(of: cluster, atMinute: minute) {
          let all = ["cluster=\"\(cluster.name)\""] + labels.map { "\($0)=\"\($1)\"" }
          families[name, default: []].append(
            "\(name){\(all.joined(separator: ","))} \(value) \(start + minute * 60)"
          )
        }
      }
    }
    let lines = families.sorted { $0.key < $1.key }.flatMap {
      ["# TYPE \($0.key) unknown"] + $0.value
    }
    return (lines + ["# EOF"]).joined(separator: "\n") + "\n"
  }

  private typealias Sample = (String, [(String, String)], Double)

  /// What is true of a minute is what is true of the step in which it lies, whose end belongs to it.
  private static func samples(of cluster: Cluster, atMinute minute: Int) -> [Sample] {
    let step = max(0, (minute * 60 + Self.step - 1) / Self.step - 1)
    return cluster.pods.indices.flatMap { samples(of: cluster, $0, minute, step) }
      + own(of: cluster, minute, step)
  }

  private static func samples(
    of cluster: Cluster,
    _ place: Int,
    _ minute: Int,
    _ step: Int,
  ) -> [Sample] {
    let pod = cluster.pods[place]
    let labels = [("namespace", pod.namespace), ("pod", pod.name)]
    let seconds = Double((minute + 5) * 60)
    var samples: [Sample] = [
      ("pod:container_cpu_usage:sum", labels, cpu(cluster, place, at: step)),
      (
        "container_memory_working_set_bytes", labels + [("node", "n1"), ("id", "/pod")],
        memory(cluster, place, at: step),
      ),
      // A container's own is not its pod's.
      ("container_memory_working_set_bytes", labels + [("node", "n1"), ("container", "x")], 1),
      (
        "kube_pod_container_status_restarts_total", labels + [("container", "x"), ("uid", "u")],
        Double((minute + 5) * restarts(cluster, place)),
      ),
      (
        "scrape_samples_post_metric_relabeling", labels + [("job", "j"), ("instance", "i")],
        series(cluster, place),
      ),
    ]
    if cluster.isOpenShift {
      samples.append(
        (
          "container_network_receive_bytes_total", labels + [("interface", "eth0")],
          received(cluster, place) * seconds,
        )
      )
    } else {
      samples.append(
        ("pod:container_network_receive_bytes:rate5m", labels, received(cluster, place))
      )
    }
    if pod.isOnNode {
      samples.append(("kube_pod_info", labels + [("host_network", "true"), ("node", "n1")], 1))
    }
    return samples
  }

  /// What a cluster tells of itself; of a version nothing in the minute in which it changes, for a sample is seen for
  /// five minutes.
  private static func own(of cluster: Cluster, _ minute: Int, _ step: Int) -> [Sample] {
    let nodes = (0..<nodes(of: cluster, at: step)).map { node -> Sample in
      ("machine_cpu_cores", [("node", "n\(node)")], 8)
    }
    let isChange = minute == steps / 2 * Self.step / 60
    let version = version(of: cluster, at: step)
    let told: [Sample] =
      cluster.isOpenShift
      ? [
        ("cluster_version", [("type", "current"), ("version", version)], 1),
        ("cluster_operator_up", [("name", "etcd"), ("version", version)], 1),
        ("cluster_operator_up", [("name", "newcomer"), ("version", version)], 1),
      ] : [("kubernetes_build_info", [("job", "apiserver"), ("git_version", "v\(version)")], 1)]
    return nodes + (isChange && cluster.name == "a" ? [] : told)
  }
}
