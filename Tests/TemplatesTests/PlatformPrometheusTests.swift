import Fleet
import JSON
import Objects
import Templates
import Testing

/// OpenShift's own Prometheus as the one that writes.
@Suite struct PlatformPrometheusTests {
  private func manifests(_ settings: JSONObject = [:]) throws -> [Manifest] {
    var fleet = Example.receive.fleet
    fleet.clusters[1].writer.mode = .platformPrometheus(settings: settings)
    return try render(fleet).manifests(on: "cluster2")
  }

  @Test func `nothing is installed beside it`() throws {
    #expect(
      try manifests().map(\.reference.localDescription) == [
        "Namespace thanos", "Secret openshift-monitoring/edge-metrics.thanos.remote-write",
        "ConfigMap openshift-monitoring/cluster-monitoring-config",
        "ConfigMap thanos/fedctl-inventory",
      ]
    )
  }

  @Test func `what else the platform is told stays beside the remote write`() throws {
    let settings: JSONObject = [
      "enableUserWorkload": true,
      "prometheusK8s": [
        "retention": "10d", "remoteWrite": [["url": "https://elsewhere.example.com/write"]],
      ],
    ]
    let configuration = try #require(
      manifests(settings).first { $0.reference.name == "cluster-monitoring-config" }
    )
    #expect(
      configuration.preview["data"]?["config.yaml"]?.stringValue
        == """
        enableUserWorkload: true
        prometheusK8s:
          retention: "10d"
          remoteWrite:
          - {"url":"https://elsewhere.example.com/write"}
          - url: "https://(known after apply: hub: Route thanos/thanos-receive status.ingress[].host)/api/v1/receive"
            name: "edge-metrics.thanos.hub"
            authorization: {"type":"Bearer","credentials":{"name":"edge-metrics.thanos.remote-write","key":"token"}}
            tlsConfig: {"ca":{"secret":{"name":"edge-metrics.thanos.remote-write","key":"ca-bundle.crt"}}}
            writeRelabelConfigs: [{"sourceLabels":["__name__","container","host_network","interface","namespace","pod","type"],"regex":"(?:namespace:container_cpu_usage:sum|namespace:container_memory_usage_bytes:sum|up|pod:container_cpu_usage:sum|kube_pod_container_status_restarts_total|pod:container_fs_usage_bytes:sum|kubelet_volume_stats_used_bytes|machine_cpu_cores|machine_memory_bytes|cluster_operator_up|kube_pod_labels|ALERTS|prometheus_(?:build_info|config_last_reload_successful|tsdb_head_series|remote_storage_(?:highest_timestamp_in_seconds|queue_highest_(?:sent_)?timestamp_seconds|samples_(?:total|pending|(?:failed|dropped|retried)_total)|shards|shards_desired)));.*;.*;.*;.*;.*;.*|container_memory_working_set_bytes;;.*;.*;.*;.+;.*|container_network_receive_bytes_total;.*;.*;eth0;.*;.+;.*|container_network_transmit_bytes_total;.*;.*;eth0;.*;.+;.*|kube_pod_info;.*;true;.*;.*;.*;.*|scrape_samples_post_metric_relabeling;.*;.*;.*;.+;.*;.*|cluster_version;.*;.*;.*;.*;.*;current","action":"keep"},{"targetLabel":"cluster","replacement":"cluster2","action":"replace"},{"targetLabel":"region","replacement":"eu-west-1","action":"replace"},{"targetLabel":"stage","replacement":"test","action":"replace"}]
            remoteTimeout: "60s"
            queueConfig: {"capacity":15000,"maxSamplesPerSend":5000,"maxShards":30,"batchSendDeadline":"10s","minBackoff":"1s","maxBackoff":"30s","retryOnRateLimit":true}

        """
    )
  }

  @Test
  func `rules stand in the namespaces that they are for, where what comes of them is sent on`()
    throws
  {
    var fleet = Example.receive.fleet
    fleet.clusters[1].writer.mode = .platformPrometheus(settings: [:])
    fleet.clusters[1].serviceMonitors = [.sample]
    fleet.clusters[1].rules.groups = [["name": "shop", "rules": []]]
    fleet.clusters[1].rules.namespaces = ["reverse-words-app", "elsewhere"]
    let manifests = try render(fleet).manifests(on: "cluster2")
    let rules = manifests.filter { $0.reference.kind == .prometheusRule }
    #expect(
      rules.map(\.reference.localDescription)
        == ["PrometheusRule reverse-words-app/edge-metrics.thanos.own-rules"]
    )
    let labels = try #require(rules.first?.body["metadata"]?["labels"])
    #expect(labels.contains(["openshift.io/prometheus-rule-evaluation-scope": "leaf-prometheus"]))
    #expect(rules.first?.body["spec"] == ["groups": [["name": "shop", "rules": []]]])
  }

  @Test
  func `whoever is to be told stands beside OpenShift's own Alertmanager, for applications too`()
    throws
  {
    var fleet = Example.receive.fleet
    let others: JSONObject = [
      "prometheusK8s": ["additionalAlertmanagerConfigs": [["staticConfigs": ["theirs:9093"]]]]
    ]
    fleet.clusters[0].serviceMonitors = [.sample]
    fleet.clusters[0].writer.mode = .platformPrometheus(settings: others)
    fleet.clusters[0].alertmanagers = .at("https://alerts.example.com/am", "http://[fd00::1]:9093")
    let told = [
      #"  - {"apiVersion":"v2","scheme":"https","pathPrefix":"/am","staticConfigs":["alerts.example.com:443"]}"#,
      #"  - {"apiVersion":"v2","scheme":"http","staticConfigs":["[fd00::1]:9093"]}"#,
    ]
    let theirs = #"  - {"staticConfigs":["theirs:9093"]}"#
    let manifests = try render(fleet).manifests(on: "cluster1")
    #expect(alertmanagers(of: "cluster-monitoring-config", manifests) == [theirs] + told)
    #expect(alertmanagers(of: "user-workload-monitoring-config", manifests) == told)
  }

  /// The entries of the settings in this ConfigMap.
  private func alertmanagers(of configMap: String, _ manifests: [Manifest]) -> [String] {
    let text = manifests.first { $0.reference.name == configMap }?
      .preview["data"]?["config.yaml"]?.stringValue
    let lines = (text ?? "").split(separator: "\n").map(String.init)
    let listed = lines.drop { $0 != "  additionalAlertmanagerConfigs:" }.dropFirst()
    return Array(listed.prefix { $0.hasPrefix("  - ") })
  }

  @Test(arguments: [
    ("up", "up"), (" up {} ", "up"), ("{__name__=\"up\"}", "up"),
    ("{ __name__ =~ 'job:.+', }", "job:.+"),
  ])
  func `selectors of names become one expression`(selector: String, pattern: String) {
    #expect(MetricNames(selector)?.pattern == pattern)
  }

  @Test(arguments: [
    "up{job=\"a\"}", "{__name__!=\"up\"}", "{__name__=\"up\",job=\"a\"}", "{}", "a b",
  ])
  func `other selectors do not`(selector: String) {
    #expect(MetricNames(selector) == nil)
  }
}
