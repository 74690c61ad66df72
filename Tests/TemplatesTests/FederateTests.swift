import JSON
import Objects
import Templates
import Testing

@testable import Fleet

/// A hub that reads from its clusters.
@Suite struct FederateTests {
  @Test func `each cluster has a job of its own at its load balancer's address`() throws {
    let jobs = try hub().filter { $0.reference.kind == .scrapeConfig }
    #expect(jobs.map(\.reference.name) == ["cluster1", "cluster2"])
    for job in jobs {
      let service = ObjectReference(
        cluster: job.reference.name,
        .service,
        namespace: "monitoring",
        name: "federated-prometheus",
      )
      let handOff = PendingValue.handOff(HandOff(from: service, .loadBalancerHost))
      let spec = try job.resolved([handOff: "a.example.com"])["spec"]
      #expect(spec?["staticConfigs"]?[0]?["targets"] == ["a.example.com:9090"])
      #expect(spec?["honorLabels"] == true)
      #expect(spec?["metricsPath"] == "/federate")
    }
  }

  @Test func `the hub takes what its dashboard needs, and what the file names`() throws {
    let match = try job().body["spec"]?["params"]?["match[]"]?.texts
    #expect(
      match == [
        #"{__name__="namespace:container_cpu_usage_seconds_total:sum_rate5m"}"#,
        #"{__name__="namespace:container_memory_working_set_bytes:sum"}"#,
        #"{__name__="node:node_cpu_seconds_total:busy_ratio5m"}"#,
        #"{__name__="node:node_memory_bytes:used_ratio"}"#,
        #"{__name__="node:node_filesystem_bytes:fullest_ratio"}"#,
        #"{__name__="namespace:kube_pod_status_phase:stuck_sum"}"#,
        #"{__name__="namespace:kube_pod_container_status_restarts_total:sum_increase1h"}"#,
        #"{__name__="up"}"#,
        #"{__name__="pod:container_cpu_usage:sum"}"#,
        #"{__name__="container_memory_working_set_bytes",container="",pod!=""}"#,
        #"{__name__="pod:container_network_receive_bytes:rate5m"}"#,
        #"{__name__="pod:container_network_transmit_bytes:rate5m"}"#,
        #"{__name__="kube_pod_container_status_restarts_total"}"#,
        #"{__name__="pod:container_fs_usage_bytes:sum"}"#,
        #"{__name__="kubelet_volume_stats_used_bytes"}"#,
        #"{__name__="scrape_samples_post_metric_relabeling",namespace!=""}"#,
        #"{__name__="machine_cpu_cores"}"#, #"{__name__="machine_memory_bytes"}"#,
        #"{__name__="kubernetes_build_info",job="apiserver"}"#,
        #"{__name__="ALERTS",alertstate="firing"}"#, #"{__name__=~"job:.+"}"#,
      ]
    )
  }

  @Test func `what the hub says of a cluster has the labels of the cluster's series`() throws {
    let labels = try job().body["spec"]?["staticConfigs"]?[0]?["labels"]
    let prometheus = try prometheus(on: "cluster1").body["spec"]
    let external: JSON = ["cluster": "cluster1", "region": "us-east-1", "stage": "prod"]
    #expect(prometheus?["externalLabels"] == external)
    #expect(labels == external.merging(["job": "federate"]))
    // Those of the operator would tell apart what is one.
    #expect(prometheus?["prometheusExternalLabelName"] == "")
    #expect(prometheus?["replicaExternalLabelName"] == "")
  }

  @Test func `dashboard and alerts ask only for what is recorded, taken or made by a scrape`()
    throws
  {
    let recorded = try rules(on: "cluster1").compactMap { $0["record"]?.stringValue }
    #expect(recorded.count == 11)
    let scraped = ["up", "scrape_duration_seconds"]
    let dashboard = try #require(hub().first { $0.body["data"]?["clusters.json"] != nil })
    let text = dashboard.body["data"]?["clusters.json"]?.stringValue ?? ""
    let panels = try #require(JSON(parsing: text)["panels"]?.arrayValue)
    let queries =
      panels.compactMap { $0["targets"]?[0]?["expr"]?.stringValue }
      + (try rules(on: "hub").compactMap { $0["expr"]?.stringValue })
    // Of each cluster that it is silent, and for all that one cannot be read, and the watchdog.
    #expect(queries.count == panels.count + 2 + 2)
    for query in queries {
      #expect(seriesNames(in: query).isSubset(of: recorded + scraped), "\(query)")
    }
  }

  @Test func `a load balancer is internal on every cloud unless the file says otherwise`() throws {
    let service = try wayIn(Example.federate.fleet)
    let annotations = service["metadata"]?["annotations"]
    let prefix = "service.beta.kubernetes.io"
    #expect(annotations?["\(prefix)/aws-load-balancer-scheme"] == "internal")
    #expect(annotations?["\(prefix)/azure-load-balancer-internal"] == "true")
    #expect(annotations?["networking.gke.io/load-balancer-type"] == "Internal")
    #expect(annotations?["\(prefix)/openstack-internal-load-balancer"] == "true")
    #expect(service["spec"]?["loadBalancerSourceRanges"] == ["10.20.0.0/16"])
    var fleet = Example.federate.fleet
    fleet.clusters[0].reader.loadBalancer.isInternal = false
    #expect(
      try wayIn(fleet)["metadata"]?["annotations"]
        == ["\(prefix)/aws-load-balancer-scheme": "internet-facing"]
    )
  }

  @Test func `the file's own annotations win, and its class is the Service's`() throws {
    var fleet = Example.federate.fleet
    fleet.clusters[0].reader.loadBalancer.annotations = [
      "networking.gke.io/load-balancer-type": "Mine"
    ]
    fleet.clusters[0].reader.loadBalancer.controller = "example.com/mine"
    fleet.clusters[0].reader.loadBalancer.port = 443
    let service = try wayIn(fleet)
    #expect(service["metadata"]?["annotations"]?["networking.gke.io/load-balancer-type"] == "Mine")
    #expect(service["spec"]?["loadBalancerClass"] == "example.com/mine")
    #expect(service["spec"]?["ports"]?[0]?["port"] == 443)
    #expect(service["spec"]?["ports"]?[0]?["targetPort"] == "web")
    #expect(try job(fleet).preview["spec"]?.text().contains(":443\"") == true)
  }

  @Test func `with a certificate, the hub asks for its name and trusts its authority`() throws {
    var fleet = Example.federate.fleet
    let name = "prometheus.cluster1.example.com"
    fleet.clusters[0].reader.loadBalancer.tls = ServingCertificate(secret: "web", serverName: name)
    let manifests = try render(fleet).manifests
    let spec = try job(fleet).body["spec"]
    #expect(spec?["scheme"] == "HTTPS")
    #expect(
      spec?["tlsConfig"] == [
        "ca": ["secret": ["name": "cluster1-authority", "key": "ca.crt"]],
        "serverName": .string(name),
      ]
    )
    let authority = try #require(
      manifests.first { $0.reference.name == "cluster1-authority" }
    )
    let source = ObjectReference(
      cluster: "cluster1",
      .secret,
      namespace: "monitoring",
      name: "web",
    )
    #expect(authority.reference.cluster == "hub")
    #expect(
      authority.bindings.flatMap(\.values) == [
        .handOff(HandOff(from: source, .data(key: "ca.crt")))
      ]
    )
    let web = manifests.first {
      $0.reference.kind == .prometheus && $0.reference.cluster == "cluster1"
    }?.body["spec"]?["web"]?["tlsConfig"]
    #expect(web?["cert"] == ["secret": ["name": "web", "key": "tls.crt"]])
    #expect(web?["keySecret"] == ["name": "web", "key": "tls.key"])
  }

  @Test func `a cluster's Prometheus may read nodes' metrics and nothing else of the cluster`()
    throws
  {
    let manifests = try render(Example.federate.fleet).manifests
    let roles = manifests.filter {
      $0.reference.kind == .clusterRole && $0.reference.name == "edge-metrics.monitoring.nodes"
    }
    #expect(roles.map(\.reference.cluster) == ["cluster1", "cluster2"])
    for role in roles {
      #expect(
        role.body["rules"] == [
          ["apiGroups": [""], "resources": ["nodes"], "verbs": ["get", "list", "watch"]],
          ["apiGroups": [""], "resources": ["nodes/metrics"], "verbs": ["get"]],
          ["nonResourceURLs": ["/metrics"], "verbs": ["get"]],
        ]
      )
    }
  }

  @Test func `on the hub only Grafana reaches Prometheus, and nobody needs a token`() throws {
    let policy = try hub().first {
      $0.reference.kind == .networkPolicy && $0.reference.name == "hub-prometheus"
    }
    let labels = try #require(prometheus(on: "hub").podLabels)
    #expect(labels.contains(policy?.body["spec"]?["podSelector"]?["matchLabels"] ?? .null))
    #expect(
      policy?.body["spec"]?["ingress"]?[0]?["from"]?[0]?["podSelector"]?["matchLabels"]?[
        "app.kubernetes.io/name"
      ] == "grafana"
    )
    for account in try hub() where account.reference.kind == .serviceAccount {
      #expect(account.body["automountServiceAccountToken"] == false)
    }
  }

  @Test func `a patch reaches a job, but not the address that apply fills in`() throws {
    let gentler: JSON = ["spec": ["scrapeInterval": "2m"]]
    var fleet = Example.federate.fleet
    fleet.patches = [patch(gentler)]
    #expect(try job(fleet).body["spec"]?["scrapeInterval"] == "2m")
    fleet.patches = [patch(["spec": ["staticConfigs": [["targets": ["mine:9090"]]]]])]
    let error = #expect(throws: PatchErrors.self) { try render(fleet) }
    let address = FieldPath(keys: "spec", "staticConfigs") / .index(0) / "targets" / .index(0)
    let expected = PatchProblem.changesPendingField(try job().reference, address)
    #expect(error?.problems.map(\.fact) == [.patch(expected)])
  }

  private func patch(_ merge: JSON) -> Patch {
    let target = Patch.Target(kinds: ["ScrapeConfig"], name: "cluster1")
    return Patch(target: target, change: .strategic(merge))
  }

  private func hub() throws -> [Manifest] {
    try render(Example.federate.fleet).manifests(on: "hub")
  }

  private func job(_ fleet: Fleet = Example.federate.fleet) throws -> Manifest {
    try #require(render(fleet).manifests.first { $0.reference.kind == .scrapeConfig })
  }

  private func prometheus(on cluster: String) throws -> Manifest {
    try #require(
      render(Example.federate.fleet).manifests(on: cluster)
        .first { $0.reference.kind == .prometheus }
    )
  }

  private func wayIn(_ fleet: Fleet) throws -> JSON {
    try #require(
      render(fleet).manifests(on: "cluster1").first { $0.reference.kind == .service }?.body
    )
  }

  private func rules(on cluster: String) throws -> [JSON] {
    let manifests = try render(Example.federate.fleet).manifests(on: cluster)
    let rules = manifests.first { $0.reference.kind == .prometheusRule }
    return rules?.body["spec"]?["groups"]?[0]?["rules"]?.arrayValue ?? []
  }
}
