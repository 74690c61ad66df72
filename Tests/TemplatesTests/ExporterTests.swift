import JSON
import Objects
import Templates
import Testing

@testable import Fleet

/// What measures a cluster's nodes and objects, and who reads it.
@Suite struct ExporterTests {
  @Test
  func `the fleet's Prometheus selects them, may find them, and keeps the labels they tell of`()
    throws
  {
    let cluster = try cluster1()
    let prometheus = try #require(cluster.first { $0.reference.kind == .prometheus })
    let selector = prometheus.body["spec"]?["serviceMonitorSelector"]?["matchLabels"] ?? [:]
    let services = cluster.filter { $0.reference.kind == .service }
    for name in ["node-exporter", "kube-state-metrics"] {
      let monitor = try #require(
        cluster.first { $0.reference.kind == .serviceMonitor && $0.reference.name == name }
      )
      #expect(monitor.body["metadata"]?["labels"]?.contains(selector) == true)
      let service = try #require(services.first { $0.reference.name == name })
      let wanted = monitor.body["spec"]?["selector"]?["matchLabels"] ?? .null
      #expect(service.body["metadata"]?["labels"]?.contains(wanted) == true)
      #expect(service.body["spec"]?["ports"]?[0]?["name"] == "metrics")
      #expect(monitor.body["spec"]?["endpoints"]?[0]?["port"] == "metrics")
    }
    let namespaces = cluster.filter { $0.reference.kind == .role }.map(\.reference.namespace)
    #expect(namespaces == ["monitoring", "reverse-words-app"])
    let honors = cluster.filter { $0.body["spec"]?["endpoints"]?[0]?["honorLabels"] == true }
    #expect(honors.map(\.reference.name) == ["kube-state-metrics"])
  }

  @Test func `kube-state-metrics may read what it counts and tries nothing else`() throws {
    let cluster = try cluster1()
    let role = try #require(
      cluster.first { $0.reference.name == "edge-metrics.monitoring.kube-state-metrics" }
    )
    let rules = role.body["rules"]?.arrayValue ?? []
    #expect(rules.allSatisfy { $0["verbs"] == ["list", "watch"] })
    let permitted = rules.flatMap { $0["resources"]?.texts ?? [] }
    let flag = "--resources="
    let counted = try #require(
      arguments("kube-state-metrics").first { $0.hasPrefix(flag) }?.dropFirst(flag.count)
    )
    #expect(Set(permitted) == Set(counted.split(separator: ",").map(String.init)))
    #expect(Set(permitted).isDisjoint(with: ["secrets", "configmaps"]))
  }

  @Test func `the node exporter runs on every node and has the node's network and files, no more`()
    throws
  {
    let cluster = try cluster1()
    let exporter = try #require(cluster.first { $0.reference.kind == .daemonSet })
    let pod = try #require(exporter.podSpec)
    #expect(pod["tolerations"] == [["operator": "Exists", "effect": "NoSchedule"]])
    #expect(pod["hostNetwork"] == true)
    #expect(pod["hostPID"] == false && pod["hostIPC"] == false)
    #expect(exporter.container("node-exporter")?["volumeMounts"]?[0]?["readOnly"] == true)
    #expect(exporter.body["spec"]?["replicas"] == nil)
    let account = cluster.first {
      $0.reference.kind == .serviceAccount && $0.reference.name == "node-exporter"
    }
    #expect(account?.body["automountServiceAccountToken"] == false)
    #expect(try arguments("node-exporter").contains("--web.listen-address=[$(NODE_ADDRESS)]:9100"))
  }

  @Test func `another port is the exporter's and its Service's`() throws {
    var fleet = Example.federate.fleet
    fleet.clusters[0].reader.exporters.nodeExporter?.port = 9111
    #expect(
      try arguments("node-exporter", fleet).contains("--web.listen-address=[$(NODE_ADDRESS)]:9111")
    )
    let service = try cluster1(fleet).first {
      $0.reference.kind == .service && $0.reference.name == "node-exporter"
    }
    #expect(service?.body["spec"]?["ports"]?[0]?["port"] == 9111)
  }

  @Test(arguments: Example.variants)
  func `a namespace admits more than restricted pods only where some pod needs it`(
    _ example: Example
  ) throws {
    let manifests = try render(example.fleet, example.bundles).manifests
    for cluster in example.clusters {
      let here = manifests.filter { $0.reference.cluster == cluster }
      let needs = here.compactMap(\.podSpec).contains {
        $0["hostNetwork"] == true
          || $0["volumes"]?.arrayValue?.contains { $0["hostPath"] != nil } == true
      }
      let level = here.first { $0.reference.kind == .namespace }?
        .body["metadata"]?["labels"]?["pod-security.kubernetes.io/enforce"]
      #expect(level == (needs ? "privileged" : nil), "\(cluster)")
    }
  }

  @Test func `the metrics server answers from the fleet's namespace, with rights on usage alone`()
    throws
  {
    let parts = try cluster1().filter {
      $0.body["metadata"]?["labels"]?["app.kubernetes.io/name"] == "metrics-server"
    }
    let api = try #require(parts.first { $0.reference.kind == .apiService })
    #expect(api.reference.name == "v1beta1.metrics.k8s.io")
    #expect(
      api.body["spec"]?["service"] == [
        "name": "metrics-server", "namespace": "monitoring", "port": 443,
      ]
    )
    let role = parts.first { $0.reference.name == "edge-metrics.monitoring.metrics-server" }
    #expect(
      role?.body["rules"] == [
        ["apiGroups": [""], "resources": ["nodes", "pods"], "verbs": ["get", "list", "watch"]],
        ["apiGroups": [""], "resources": ["nodes/metrics"], "verbs": ["get"]],
      ]
    )
    let foreign = parts.filter { !["monitoring", nil].contains($0.reference.namespace) }
    #expect(
      foreign.map(\.reference.localDescription) == [
        "RoleBinding kube-system/edge-metrics.monitoring.metrics-server"
      ]
    )
  }

  @Test func `without exporters nothing of them is summed up, taken or shown`() throws {
    var fleet = Example.federate.fleet
    for index in fleet.clusters.indices { fleet.clusters[index].reader.exporters = Exporters() }
    let text = try render(fleet).manifests.map { $0.preview.text() }.joined()
    // Somebody else's kube-state-metrics is believed where there is one: `kube_pod_info` may be named.
    for word in [
      "node_cpu", "kube_pod_status", "kube_pod_container", "node-exporter", "kube-state-metrics",
    ] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  private func cluster1(_ fleet: Fleet = Example.federate.fleet) throws -> [Manifest] {
    try render(fleet).manifests(on: "cluster1")
  }

  private func arguments(
    _ container: String,
    _ fleet: Fleet = Example.federate.fleet,
  ) throws -> [String] {
    try cluster1(fleet).compactMap { $0.container(container) }.first?["args"]?.texts ?? []
  }
}
