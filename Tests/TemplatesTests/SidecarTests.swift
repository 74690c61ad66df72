import JSON
import Objects
import Templates
import Testing
import YAML

@testable import Fleet

/// A hub that asks its clusters' sidecars.
@Suite struct SidecarTests {
  /// The keys of Thanos 0.42's endpoint configuration, which passes over those it does not know.
  private static let endpointKeys: Set<String> = ["address", "client_config"]
  private static let clientKeys: Set<String> = ["server_name", "tls_config"]
  private static let encryptionKeys: Set<String> = ["enabled", "ca_file"]

  @Test(arguments: Example.sidecarVariants)
  func `the querier's file has the store, each cluster, and no key that Thanos does not know`(
    _ example: Example
  ) throws {
    let endpoints = try endpoints(example.fleet)
    let ruler = example.fleet.asking.ruler == nil ? 0 : 1
    #expect(endpoints.count == 1 + example.fleet.clusters.count + ruler)
    #expect(
      endpoints.first
        == ["address": "dnssrv+_grpc._tcp.thanos-store-gateway.monitoring.svc"]
    )
    for endpoint in endpoints {
      let client = endpoint["client_config"]
      #expect(Self.endpointKeys.isSuperset(of: endpoint.keys))
      #expect(Self.clientKeys.isSuperset(of: client?.keys ?? []))
      #expect(Self.encryptionKeys.isSuperset(of: client?["tls_config"]?.keys ?? []))
    }
  }

  @Test func `an ingress is asked by its host, with the authorities that every system trusts`()
    throws
  {
    let host = "cluster1.prometheus.example.net"
    #expect(
      try endpoints(Example.sidecar.fleet)[1] == [
        "address": .string("\(host):443"),
        "client_config": ["server_name": .string(host), "tls_config": ["enabled": true]],
      ]
    )
  }

  @Test func `a load balancer is asked at the address that it has, in plain text`() throws {
    let fleet = fleet(.loadBalancer(.sidecar))
    let service = ObjectReference(
      cluster: "cluster1",
      .service,
      namespace: "monitoring",
      name: "thanos-sidecar-external",
    )
    let handOff = PendingValue.handOff(HandOff(from: service, .loadBalancerHost))
    #expect(
      try endpoints(fleet, [handOff: "[2001:db8::7]"])[1] == ["address": "[2001:db8::7]:10901"]
    )
  }

  @Test(arguments: [SidecarWayIn.loadBalancer(.encryptedSidecar), .ingress(.nginx)])
  func `a certificate's authority is handed to the hub, and the sidecar shows the certificate`(
    wayIn: SidecarWayIn
  ) throws {
    let fleet = fleet(wayIn)
    let manifests = try render(fleet).manifests
    let file = "/etc/thanos/authorities/cluster1-authority.crt"
    #expect(
      try endpoints(fleet)[1]["client_config"] == [
        "server_name": "cluster1.prometheus.example.net",
        "tls_config": ["enabled": true, "ca_file": .string(file)],
      ]
    )
    let source = ObjectReference(
      cluster: "cluster1",
      .secret,
      namespace: "monitoring",
      name: "web",
    )
    let authority = try #require(manifests.first { $0.reference.name == "cluster1-authority" })
    #expect(
      authority.bindings.flatMap(\.values) == [
        .handOff(HandOff(from: source, .data(key: "ca.crt")))
      ]
    )
    let querier = manifests.first {
      $0.reference.kind == .deployment && $0.reference.name == "thanos-querier"
    }
    let volumes = querier?.podSpec?["volumes"]?.arrayValue ?? []
    let folder = try #require(volumes.first { $0["projected"] != nil })
    #expect(folder["projected"]?["sources"]?[0]?["secret"]?["items"]?[0]?["key"] == "ca.crt")
    let spec = try prometheus(fleet).body["spec"]
    #expect(
      spec?["thanos"]?["grpcServerTlsConfig"] == [
        "certFile": "/etc/thanos/certificate/tls.crt",
        "keyFile": "/etc/thanos/certificate/tls.key",
      ]
    )
    #expect(spec?["volumes"]?[1]?["secret"]?["secretName"] == "web")
  }

  @Test func `of a certificate that every system trusts, nothing is handed over`() throws {
    var ingress = GRPCIngress.nginx
    ingress.controller = .nginx(IngressCertificate(secret: "web", isPublic: true))
    let fleet = fleet(.ingress(ingress))
    #expect(try !render(fleet).manifests.contains { $0.reference.name == "cluster1-authority" })
    #expect(try endpoints(fleet)[1]["client_config"]?["tls_config"] == ["enabled": true])
  }

  @Test func `an ALB is told to speak gRPC over TLS 1.3 to pods, for the hub alone`() throws {
    let ingress = try ingress(Example.sidecar.fleet)
    let prefix = "alb.ingress.kubernetes.io"
    let annotations = ingress["metadata"]?["annotations"]
    #expect(annotations?["\(prefix)/scheme"] == "internal")
    #expect(annotations?["\(prefix)/backend-protocol-version"] == "GRPC")
    #expect(annotations?["\(prefix)/target-type"] == "ip")
    #expect(annotations?["\(prefix)/listen-ports"] == #"[{"HTTPS":443}]"#)
    #expect(annotations?["\(prefix)/inbound-cidrs"] == "10.20.0.0/16")
    #expect(annotations?["\(prefix)/ssl-policy"]?.stringValue?.contains("TLS13") == true)
    #expect(annotations?["external-dns/zone"] == "private")
    #expect(ingress["spec"]?["ingressClassName"] == "alb")
    #expect(ingress["spec"]?["tls"] == nil)
  }

  @Test func `nginx is told to speak gRPC over TLS to pods, for the hub alone`() throws {
    let ingress = try ingress(fleet(.ingress(.nginx)))
    let host: JSON = "cluster1.prometheus.example.net"
    #expect(
      ingress["metadata"]?["annotations"] == [
        "external-dns.alpha.kubernetes.io/hostname": host,
        "nginx.ingress.kubernetes.io/backend-protocol": "GRPCS",
        "nginx.ingress.kubernetes.io/whitelist-source-range": "10.20.0.0/16,192.0.2.7/32",
      ]
    )
    #expect(ingress["spec"]?["tls"] == [["hosts": [host], "secretName": "web"]])
  }

  @Test func `each cluster bears its own role, or has the bucket's keys`() throws {
    let roles = try render(Example.sidecar.fleet).manifests.compactMap {
      $0.body["metadata"]?["annotations"]?["eks.amazonaws.com/role-arn"]?.stringValue
    }
    #expect(
      Set(roles.map { $0.split(separator: "/").last ?? "" })
        == ["metrics-hub", "metrics-cluster1", "metrics-cluster2"]
    )
    var fleet = Example.sidecar.fleet
    fleet.asking.bucket.credentials = .environment
    fleet.clusters[0].uploader.role = nil
    let secrets = try render(fleet).manifests.filter { $0.reference.name == "store-s3-credentials" }
    let keys = secrets.filter { $0.bindings.contains(where: \.isSecret) }
    #expect(keys.map(\.reference.cluster) == ["hub", "cluster1"])
  }

  @Test
  func `the bucket's configuration is no argument of the sidecar, and a change replaces its pods`()
    throws
  {
    let spec = try prometheus().body["spec"]
    let thanos = try #require(spec?["thanos"])
    #expect(thanos["objectStorageConfig"] == nil)
    #expect(
      thanos["objectStorageConfigFile"] == "/etc/thanos/object-store/store-s3-secret.yaml"
    )
    #expect(thanos["volumeMounts"]?[0]?["name"] == spec?["volumes"]?[0]?["name"])
    var fleet = Example.sidecar.fleet
    fleet.asking.bucket.name = "elsewhere"
    #expect(try prometheus(fleet).body["spec"]?["podMetadata"] != spec?["podMetadata"])
    // A role is given to a pod when it is made.
    fleet = Example.sidecar.fleet
    fleet.clusters[0].uploader.role = "arn:aws:iam::123456789012:role/another"
    #expect(try prometheus(fleet).body["spec"]?["podMetadata"] != spec?["podMetadata"])
  }

  @Test func `copies are told apart by the label that the querier takes away`() throws {
    let querier = try render(Example.sidecar.fleet).manifests
      .first { $0.container("thanos-querier") != nil }
    let label = try #require(prometheus().body["spec"]?["replicaExternalLabelName"]?.stringValue)
    let arguments = querier?.container("thanos-querier")?["args"]?.texts ?? []
    #expect(
      arguments.filter { $0.hasPrefix("--query.replica-label=") } == [
        "--query.replica-label=\(label)"
      ]
    )
  }

  @Test func `dashboard and alerts ask only for what is recorded, scraped or made by a scrape`()
    throws
  {
    let manifests = try render(Example.sidecar.fleet).manifests
    let rules = manifests.filter { $0.reference.kind == .prometheusRule }
      .flatMap { $0.body["spec"]?["groups"]?.arrayValue ?? [] }
      .flatMap { $0["rules"]?.arrayValue ?? [] }
    let recorded = rules.compactMap { $0["record"]?.stringValue }
    let scraped = [
      "up", "ALERTS", "thanos_objstore_bucket_last_successful_upload_time",
      "thanos_sidecar_prometheus_up", "thanos_shipper_upload_failures_total",
    ]
    let dashboard = try #require(manifests.first { $0.body["data"]?["clusters.json"] != nil })
    let text = dashboard.body["data"]?["clusters.json"]?.stringValue ?? ""
    let panels = try #require(JSON(parsing: text)["panels"]?.arrayValue)
    let alerts = rules.filter { $0["alert"] != nil }
    let queries =
      panels.compactMap { $0["targets"]?[0]?["expr"]?.stringValue }
      + alerts.compactMap { $0["expr"]?.stringValue }
    #expect(queries.count == panels.count + 6)
    for query in queries {
      let metrics = query.matches(of: /([A-Za-z_:0-9]+)(?:\{| ==)/).map { String($0.1) }
      #expect(metrics.count == 1 && (recorded + scraped).contains(metrics[0]), "\(query)")
    }
  }

  private func fleet(_ wayIn: SidecarWayIn) -> Fleet {
    var fleet = Example.sidecar.fleet
    fleet.clusters[0].uploader.wayIn = wayIn
    return fleet
  }

  private func endpoints(_ fleet: Fleet, _ values: [PendingValue: String] = [:]) throws -> [JSON] {
    let file = try #require(
      render(fleet).manifests.first { $0.reference.name == "thanos-querier-endpoints" }
    )
    var known = values
    for value in file.bindings.flatMap(\.values) where known[value] == nil {
      known[value] = "lb.example.com"
    }
    let text = try file.resolved(known)["data"]?["endpoints.yaml"]?.stringValue ?? ""
    return try YAML.document(Array(text.utf8), file: "endpoints.yaml")?.json["endpoints"]?
      .arrayValue ?? []
  }

  private func prometheus(_ fleet: Fleet = Example.sidecar.fleet) throws -> Manifest {
    try #require(render(fleet).manifests.first { $0.reference.kind == .prometheus })
  }

  private func ingress(_ fleet: Fleet) throws -> JSON {
    try #require(render(fleet).manifests.first { $0.reference.kind == .ingress }?.body)
  }
}

extension JSON {
  fileprivate var keys: [String] { objectValue?.keys ?? [] }
}
