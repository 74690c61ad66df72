import JSON
import Objects
import Templates
import Testing

@testable import Fleet

/// Clusters whose collectors write to a hub that knows them by their certificates.
@Suite struct CollectorTests {
  private let fleet = Example.collector.fleet

  private func object(
    _ kind: ResourceKind,
    _ name: String,
    on cluster: String,
    of fleet: Fleet? = nil,
  ) throws -> Manifest {
    try #require(
      render(fleet ?? self.fleet).manifests(on: cluster).first {
        $0.reference.kind == kind && $0.reference.name == name
      }
    )
  }

  private func arguments(of name: String, _ fleet: Fleet? = nil) throws -> [String] {
    let deployment = try object(.deployment, name, on: "cluster1", of: fleet)
    return deployment.preview["spec"]?["template"]?["spec"]?["containers"]?[0]?["args"]?.texts ?? []
  }

  private var withTelemeter: Fleet { Example.collectorVariants[2].fleet }

  // MARK: Trust

  /// The certificates whose keys an object holds.
  private func keys(in manifest: Manifest) -> [IssuedCertificate] {
    manifest.bindings.flatMap(\.values).compactMap { value in
      guard case .certificate(let certificate, .privateKey) = value else { return nil }
      return certificate
    }
  }

  @Test(arguments: Example.collectorVariants)
  func `a private key is in its own Secret and nowhere else, an authority's on the hub alone`(
    _ example: Example
  ) throws {
    for manifest in try render(example.fleet).manifests {
      for certificate in keys(in: manifest) {
        #expect(manifest.reference == certificate.secret)
        #expect(certificate.issuer != nil || certificate.secret.cluster == "hub")
      }
    }
  }

  @Test func `each cluster is known by an authority and a name of its own`() throws {
    let certificates = try ["cluster1", "cluster2"].flatMap { cluster in
      try keys(in: object(.secret, "metrics-collector-certificate", on: cluster))
    }
    #expect(certificates.map(\.commonName) == ["cluster1", "cluster2"])
    #expect(
      certificates.map(\.issuer?.secret.name)
        == ["cluster1-client-authority", "cluster2-client-authority"]
    )
    #expect(certificates.allSatisfy { $0.purpose == $0.issuer.map { .client(issuer: $0) } })
  }

  private func trusted(_ fleet: Fleet) throws -> [String] {
    let bundle = try object(.configMap, "client-authorities", on: "hub", of: fleet)
    return bundle.bindings.flatMap(\.values).compactMap { value in
      guard case .certificate(let certificate, .certificate) = value else { return nil }
      return certificate.secret.name
    }
  }

  /// Thanos would take an empty bundle for none and let everybody in without encryption.
  @Test func `receive trusts the clusters that write to it, and its bundle is never empty`() throws
  {
    let all = ["receive-authority", "cluster1-client-authority", "cluster2-client-authority"]
    #expect(try trusted(fleet) == all)
    var smaller = fleet
    smaller.clusters.removeLast()
    #expect(try trusted(smaller) == Array(all.dropLast()))
    smaller.clusters = []
    #expect(try trusted(smaller) == ["receive-authority"])
    #expect(try trusted(withTelemeter) == ["receive-authority", "cluster2-client-authority"])
  }

  @Test func `pods start anew when a certificate that they read once is another`() throws {
    let path = FieldPath(
      keys: "spec",
      "template",
      "metadata",
      "annotations",
      "fedctl.dev/certificates",
    )
    func digest(_ text: String, _ manifest: Manifest) throws -> JSON? {
      let values = manifest.bindings.flatMap(\.values).map { ($0, "same") }
      let changed = values.map { value, same in
        if case .certificate(let certificate, _) = value, certificate.commonName == text {
          return (value, "changed")
        }
        return (value, same)
      }
      return try manifest.resolved(Dictionary(changed) { $1 })[path]
    }
    let receive = try object(.statefulSet, "thanos-receive", on: "hub")
    #expect(try digest("clients of cluster2", receive) != digest("", receive))
    let collector = try object(.deployment, "metrics-collector", on: "cluster1")
    for name in ["cluster1", "receive of edge-metrics"] {
      #expect(try digest(name, collector) != digest("", collector), "\(name)")
    }
  }

  @Test func `receive asks for a certificate at a port that its Route passes through`() throws {
    let receive = try object(.statefulSet, "thanos-receive", on: "hub")
    let arguments = receive.container("thanos-receive")?["args"]?.texts ?? []
    for argument in [
      "--remote-write.address=0.0.0.0:19291",
      "--remote-write.server-tls-cert=/etc/thanos/certificate/tls.crt",
      "--remote-write.server-tls-key=/etc/thanos/certificate/tls.key",
      "--remote-write.server-tls-client-ca=/etc/thanos/clients/ca.crt",
      "--receive.tenant-certificate-field=commonName",
    ] {
      #expect(arguments.contains(argument), "\(argument)")
    }
    let route = try object(.route, "thanos-receive", on: "hub").body["spec"]
    #expect(route?["tls"] == ["termination": "passthrough"])
    #expect(route?["port"]?["targetPort"] == "remote-write")
  }

  // MARK: Collecting

  @Test func `the collector is told where to read, where to write, and what to say`() throws {
    let arguments = try arguments(of: "metrics-collector")
    for argument in [
      "--from=https://prometheus-k8s.openshift-monitoring.svc:9091", "--interval=1m",
      #"--label="cluster=cluster1""#, #"--label="stage=prod""#, #"--rename="ALERTS=alerts""#,
      "--disable-status-reporting", "--disable-hypershift", "--limit-bytes=67108864",
      #"--match={__name__="ALERTS",alertstate="firing"}"#, #"--match={__name__="up"}"#,
    ] {
      #expect(arguments.contains(argument), "\(argument)")
    }
    let host = "hub: Route thanos/thanos-receive status.ingress[].host"
    #expect(
      arguments.first == "--to-upload=https://(known after apply: \(host))/api/v1/receive"
    )
    #expect(arguments[1].contains("ClusterVersion version spec.clusterID"))
  }

  @Test func `on Kubernetes it shows no token, and works out what nobody records`() throws {
    let fleet = Example.collectorOnKubernetes.fleet
    let arguments = try arguments(of: "metrics-collector", fleet)
    #expect(arguments.contains("--from=http://prometheus-operated.monitoring.svc:9090"))
    #expect(!arguments.contains { $0.hasPrefix("--from-token") || $0.hasPrefix("--from-ca") })
    let rules = try arguments.filter { $0.hasPrefix("--recordingrule=") }
      .map { try JSON(parsing: String($0.dropFirst("--recordingrule=".count))) }
    #expect(
      rules.compactMap { $0["name"]?.stringValue } == [
        "namespace:container_cpu_usage:sum", "namespace:container_memory_usage_bytes:sum",
        "pod:container_cpu_usage:sum", "pod:container_network_receive_bytes:rate5m",
        "pod:container_network_transmit_bytes:rate5m", "pod:container_fs_usage_bytes:sum",
      ]
    )
    #expect(rules.allSatisfy { $0["query"]?.stringValue?.contains("sum by (namespace") == true })
    let address = "hub: Service thanos/thanos-receive status.loadBalancer.ingress[0]"
    #expect(
      arguments.first == "--to-upload=https://(known after apply: \(address)):443/api/v1/receive"
    )
    #expect(arguments[1].contains("Namespace kube-system metadata.uid"))
  }

  @Test func `labels and names are one field of comma-separated values each`() throws {
    var changed = fleet
    changed.clusters[0].externalLabels = [ExternalLabel(name: "note", value: #"a, "b""#)]
    let arguments = try arguments(of: "metrics-collector", changed)
    #expect(arguments.contains(#"--label="note=a, ""b""""#))
  }

  @Test func `a cluster of a telemeter server has nothing to do with receive`() throws {
    let manifests = try render(withTelemeter).manifests
    let names = manifests.map(\.reference).filter { $0.cluster == "cluster1" }.map(\.name)
    #expect(names.contains("telemeter-client"))
    #expect(!names.contains { $0.hasPrefix("metrics-collector") })
    #expect(!manifests.contains { $0.reference.name == "cluster1-client-authority" })
    let arguments = try arguments(of: "telemeter-client", withTelemeter)
    #expect(arguments.first?.hasPrefix("--id=") == true)
    for argument in [
      "--to=https://telemeter.example.com", "--to-token-file=/etc/collector/token/token",
      #"--match="{__name__=""ALERTS"",alertstate=""firing""}""#,
    ] {
      #expect(arguments.contains(argument), "\(argument)")
    }
    #expect(!arguments.contains { $0.hasPrefix("--to-upload") })
  }

  @Test func `the hub misses a cluster that falls silent, and none that never writes to it`() throws
  {
    var fleet = withTelemeter
    fleet.collecting.thanos.ruler = Ruler(
      component: fleet.collecting.thanos.querier,
      alertmanagers: [],
    )
    let rules = try object(.configMap, "thanos-ruler-rules", on: "hub", of: fleet)
    let text = rules.body["data"]?["fleet.yaml"]?.stringValue ?? ""
    let expressions = try JSON(parsing: text)["groups"]?[0]?["rules"]?.arrayValue?
      .compactMap { $0["expr"]?.stringValue }
    let silent = expressions?.filter { $0.hasPrefix("absent(") }
    #expect(silent == [#"absent(namespace:container_cpu_usage:sum{cluster="cluster2"})"#])
  }

  @Test func `the dashboard asks only for what every collector takes`() throws {
    let dashboard = try object(.configMap, "grafana-dashboard-clusters", on: "hub")
    let text = dashboard.body["data"]?["clusters.json"]?.stringValue ?? ""
    let panels = try #require(JSON(parsing: text)["panels"]?.arrayValue)
    let taken = try arguments(of: "metrics-collector")
      .compactMap { $0.wholeMatch(of: /--match=\{__name__="([^"]+)"\}/).map { String($0.1) } }
    #expect(panels.count == 6)
    for query in panels.compactMap({ $0["targets"]?[0]?["expr"]?.stringValue }) {
      #expect(seriesNames(in: query).isSubset(of: taken), "\(query)")
    }
  }
}
