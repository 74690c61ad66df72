import Fleet
import JSON
import Objects
import Templates
import Testing

/// What has to arrive, by the examples' files.
struct ArrivalTests {
  private func cluster(_ example: Example, _ name: String = "cluster1") throws -> ClusterArrivals {
    try #require(arrivals(of: example.fleet).clusters.first { $0.cluster == name })
  }

  @Test func `a cluster that writes sends what it selects, and its monitors' targets`() throws {
    let cluster = try cluster(.receive)
    #expect(
      cluster.families == [
        #"{__name__="namespace:container_cpu_usage:sum"}"#,
        #"{__name__="namespace:container_memory_usage_bytes:sum"}"#, #"{__name__="up"}"#,
        #"{__name__="pod:container_cpu_usage:sum"}"#, #"{__name__="kube_pod_labels"}"#,
        #"up{namespace="reverse-words-app",endpoint="http"}"#,
      ]
    )
    #expect(cluster.replicaLabel == "collector_replica")
    #expect(cluster.interval == 30)
    #expect(cluster.writer?.object.kind == .prometheus)
    #expect(cluster.own == nil)
  }

  @Test func `a cluster that is read has a Prometheus that can be asked, and no copies`() throws {
    let cluster = try cluster(.federate)
    #expect(cluster.families.contains(#"{__name__=~"job:.+"}"#))
    #expect(cluster.own?.port == "web")
    #expect(cluster.replicas == nil)
    #expect(arrivals(of: Example.federate.fleet).query.service.name == "hub-prometheus")
  }

  @Test func `what is renamed is looked for by its new name, and alerts are not looked for`() throws
  {
    var fleet = Example.collector.fleet
    guard case .collector(var design) = fleet.clusters[0].design else { return }
    design.collector.match.append("a_total")
    design.collector.renames = ["a_total": "b_total"]
    fleet.clusters[0].design = .collector(design)
    let families = try #require(arrivals(of: fleet).clusters.first).families
    #expect(families.contains(#"{__name__="b_total"}"#))
    #expect(!families.contains { $0.contains("ALERTS") || $0.contains("a_total") })
  }

  @Test func `a Service is asked that is rendered, at a port that it has`() throws {
    for example in Example.examples {
      let expected = arrivals(of: example.fleet)
      let manifests = try render(example.fleet, example.bundles).manifests
      let asked =
        [expected.query] + [expected.watch, expected.receive].compactMap(\.self)
        + expected.clusters.compactMap(\.own)
      for query in asked {
        let service = manifests.first { $0.reference == query.service }
        let ports = service?.body["spec"]?["ports"]?.arrayValue ?? []
        #expect(
          ports.contains { $0["name"]?.stringValue == query.port },
          "\(example.name): \(query)",
        )
      }
      for cluster in expected.clusters {
        guard let writer = cluster.writer else { continue }
        let object = manifests.first { $0.reference == writer.object }
        #expect(object != nil, "\(example.name)")
        guard let name = writer.name, let key = writer.textKey else { continue }
        let binding = object?.bindings.first { $0.path == FieldPath(keys: "data", key) }
        let names = (binding?.parts ?? []).map { "\($0)" }.joined()
        #expect(names.contains(name), "\(example.name)")
      }
      for collector in expected.clusters.compactMap(\.collector) {
        let object = manifests.first { $0.reference == collector.object }
        let pod = object?.body["spec"]?["template"]?["spec"]
        let names = pod?["containers"]?.arrayValue?.compactMap { $0["name"]?.stringValue } ?? []
        #expect(names.contains(collector.container), "\(example.name)")
        let flags = (object?.bindings ?? []).flatMap(\.parts).map { "\($0)" }
        #expect(flags.contains { $0.contains(collector.addressFlag) }, "\(example.name)")
        let secret = manifests.first { $0.reference == collector.certificate }
        let keys = (secret?.bindings ?? []).map { "\($0.path)" }
        for key in IssuedCertificate.Part.allCases.map(\.rawValue) + [collector.authorityKey] {
          #expect(keys.contains { $0.contains(key) }, "\(example.name): \(key) of \(keys)")
        }
      }
    }
  }

  @Test func `of what a collector reads, OpenShift's own Prometheus alone is known by its job`() {
    #expect(
      arrivals(of: Example.collector.fleet).pulse == #"up{cluster!="",job=~"prometheus-k8s"}"#
    )
    #expect(arrivals(of: Example.collectorOnKubernetes.fleet).pulse == #"up{cluster!=""}"#)
    #expect(arrivals(of: Example.receive.fleet).pulse.contains("job=~\"federated-prometheus|"))
  }

  @Test func `a tenant's name leads to its cluster`() throws {
    let tenants = TenantNames(label: "tenant_id", before: "a:", after: "-metrics")
    #expect(tenants.cluster(of: "a:c1-metrics") == "c1")
    #expect(tenants.cluster(of: "a:-metrics") == nil)
    #expect(tenants.cluster(of: "c1-metrics") == nil)
  }
}
