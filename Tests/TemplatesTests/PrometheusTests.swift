import Fleet
import JSON
import Objects
import Templates
import Testing
import Text

@Suite struct PrometheusTests {
  @Test func `remote write goes to the hub's Route with a token and the hub's CA`() throws {
    let write = try #require(try prometheus().preview["spec"]?["remoteWrite"]?[0])
    #expect(
      write["url"]
        == "https://(known after apply: hub: Route thanos/thanos-receive status.ingress[].host)/api/v1/receive"
    )
    #expect(
      write["authorization"] == [
        "type": "Bearer",
        "credentials": ["name": "metrics-bearer-token", "key": "metrics_bearer_token"],
      ]
    )
    #expect(
      write["tlsConfig"]
        == ["ca": ["configMap": ["name": "hub-ingress-ca", "key": "ca-bundle.crt"]]]
    )
    // Thanos receive answers 2xx to remote write 2.0 and stores nothing.
    #expect(write["messageVersion"] == nil)
  }

  @Test func `series of two clusters or of two replicas never look like one`() throws {
    let fleet = Example.receive.fleet
    let labels = try render(fleet).manifests
      .filter { $0.reference.kind == .prometheus }
      .map { $0.body["spec"]?["externalLabels"] }
    #expect(labels.count == 2 && labels[0] != labels[1])
    #expect(labels[0]?["cluster"] == "cluster1")
    #expect(try prometheus().body["spec"]?["replicaExternalLabelName"] == "collector_replica")
  }

  @Test func `nobody reaches Prometheus but through its proxy`() throws {
    let manifest = try prometheus()
    #expect(manifest.body["spec"]?["listenLocal"] == true)
    let proxy = manifest.container("oauth-proxy")?["args"]?.texts ?? []
    #expect(proxy.contains("-upstream=http://127.0.0.1:9090"))
    #expect(!proxy.contains { $0.hasPrefix("-skip-auth-regex") })
  }

  @Test func `its own arguments are given as the operator has them`() throws {
    var fleet = Example.receive.fleet
    fleet.clusters[0].writer.prometheus.component.extraArguments = [
      "--web.max-connections=5", "--enable-feature=a=b", "web.enable-lifecycle",
    ]
    #expect(
      try prometheus(fleet).body["spec"]?["additionalArgs"] == [
        ["name": "web.max-connections", "value": "5"],
        ["name": "enable-feature", "value": "a=b"],
        ["name": "web.enable-lifecycle"],
      ]
    )
  }

  @Test func `ServiceMonitors of the fleet are selected, in their applications' namespaces`()
    throws
  {
    let selector = try #require(
      prometheus().body["spec"]?["serviceMonitorSelector"]?["matchLabels"]
    )
    let monitor = try #require(
      render(Example.receive.fleet).manifests.first { $0.reference.kind == .serviceMonitor }
    )
    #expect(monitor.body["metadata"]?["labels"]?.contains(selector) == true)
    #expect(monitor.reference.namespace == "thanos")
    #expect(
      monitor.body["spec"]?["namespaceSelector"] == ["matchNames": ["reverse-words-app"]]
    )
  }

  @Test func `the federate job reads one fixed target and keeps the platform's labels`() throws {
    var fleet = Example.receive.fleet
    fleet.clusters[0].writer.platformSeries = Example.federate([#"{__name__="up"}"#], every: "45s")
    #expect(
      try scrapeJobs(fleet)
        == """
        - job_name: federated-prometheus
          static_configs:
          - targets:
            - 127.0.0.1:9090
        - job_name: federate
          scheme: https
          metrics_path: /federate
          honor_labels: true
          scrape_interval: 45s
          scrape_timeout: 30s
          params:
            match[]:
            - '{__name__="namespace:container_cpu_usage:sum"}'
            - '{__name__="namespace:container_memory_usage_bytes:sum"}'
            - '{__name__="up"}'
            - '{__name__="pod:container_cpu_usage:sum"}'
            - '{__name__="container_memory_working_set_bytes",container="",pod!=""}'
            - '{__name__="container_network_receive_bytes_total",interface="eth0",pod!=""}'
            - '{__name__="container_network_transmit_bytes_total",interface="eth0",pod!=""}'
            - '{__name__="kube_pod_info",host_network="true"}'
            - '{__name__="kube_pod_container_status_restarts_total"}'
            - '{__name__="pod:container_fs_usage_bytes:sum"}'
            - '{__name__="kubelet_volume_stats_used_bytes"}'
            - '{__name__="scrape_samples_post_metric_relabeling",namespace!=""}'
            - '{__name__="machine_cpu_cores"}'
            - '{__name__="machine_memory_bytes"}'
            - '{__name__="cluster_version",type="current"}'
            - '{__name__="cluster_operator_up"}'
            - '{__name__="ALERTS",alertstate="firing"}'
          authorization:
            type: Bearer
            credentials_file: /var/run/secrets/kubernetes.io/serviceaccount/token
          tls_config:
            ca_file: /etc/prometheus/configmaps/serving-certs-ca-bundle/service-ca.crt
            server_name: prometheus-k8s.openshift-monitoring.svc
          static_configs:
          - targets:
            - prometheus-k8s.openshift-monitoring.svc:9091

        """.base64
    )
  }

  @Test func `without federation it still tells the hub that it lives`() throws {
    var fleet = Example.receive.fleet
    fleet.clusters[0].writer.platformSeries.match = []
    #expect(
      try scrapeJobs(fleet)
        == """
        - job_name: federated-prometheus
          static_configs:
          - targets:
            - 127.0.0.1:9090

        """.base64
    )
  }

  @Test func `only the pinned operator is ever installed`() throws {
    let subscription = try #require(
      render(Example.receive.fleet).manifests.first { $0.reference.kind == .subscription }
    )
    #expect(subscription.body["spec"]?["installPlanApproval"] == "Manual")
    #expect(subscription.body["spec"]?["startingCSV"] != nil)
    #expect(subscription.provides == [.prometheus, .serviceMonitor, .podMonitor, .prometheusRule])
  }

  private func prometheus(_ fleet: Fleet = Example.receive.fleet) throws -> Manifest {
    try #require(render(fleet).manifests.first { $0.reference.kind == .prometheus })
  }

  private func scrapeJobs(_ fleet: Fleet) throws -> String? {
    try render(fleet).manifests
      .first { $0.reference.name == "additional-scrape-configs" }?
      .body["data"]?["scrape-configs.yaml"]?.stringValue
  }
}
