import Fleet
import JSON
import Objects
import Templates
import Testing

/// Receive, the store gateway and queries in several parts.
@Suite struct ScaleTests {
  private let fleet = Example.atScale.fleet

  @Test func `the hashring has the name that each of receive's pods has in DNS`() throws {
    var fleet = fleet
    fleet.receiving.receive.router = nil
    let hub = try render(fleet).manifests(on: "hub")
    let pods = try #require(hub.first { $0.reference == .receive(.statefulSet) })
    let service = try #require(pods.body["spec"]?["serviceName"]?.stringValue)
    #expect(hub.contains { $0.reference.kind == .service && $0.reference.name == service })
    let names = (0..<6).map { "thanos-receive-\($0).\(service).thanos.svc:10901" }
    #expect(try hub.hashring == names)
    // And each pod finds itself in it.
    let own = try #require(pods.thanosArguments[0].value(of: "--receive.local-endpoint"))
    #expect(names == (0..<6).map { own.replacing("$(POD_NAME)", with: "thanos-receive-\($0)") })
  }

  @Test func `one pod keeps everything, and needs no hashring`() throws {
    let hub = try render(Example.receive.fleet).manifests(on: "hub")
    #expect(!hub.contains { $0.reference.name == "thanos-receive-configuration" })
    let receive = try #require(hub.first { $0.reference == .receive(.statefulSet) })
    #expect(!receive.thanosArguments[0].contains { $0.hasPrefix("--receive.hashrings") })
  }

  @Test func `behind a router the pods keep what they are given, and deal out nothing`() throws {
    let hub = try render(fleet).manifests(on: "hub")
    let router = try #require(
      hub.first { $0.reference.name == "thanos-receive-router" && $0.isPods }
    )
    let receive = try #require(hub.first { $0.reference == .receive(.statefulSet) })
    let flags = ["--receive.hashrings-file", "--receive.replication-factor"]
    for flag in flags {
      #expect(router.thanosArguments[0].value(of: flag) != nil)
      #expect(receive.thanosArguments[0].value(of: flag) == nil)
    }
    // With an address of its own it would keep samples itself.
    #expect(router.thanosArguments[0].value(of: "--receive.local-endpoint") == nil)
    #expect(router.container("oauth-proxy") != nil && receive.container("oauth-proxy") == nil)
    let route = hub.first { $0.reference == .receive(.route) }
    #expect(route?.body["spec"]?["to"]?["name"] == "thanos-receive-router")
  }

  @Test(arguments: [true, false])
  func `another number of pods replaces none of those that stay`(hasRouter: Bool) throws {
    var fleet = fleet
    if !hasRouter { fleet.receiving.receive.router = nil }
    let before = try render(fleet).manifests
    fleet.receiving.receive.component.replicas = 7
    let after = try render(fleet).manifests
    let changed = zip(before, after).filter { $0.body != $1.body }.map(\.0.reference.name)
    #expect(Set(changed) == ["thanos-receive", "thanos-receive-configuration"])
    for (old, new) in zip(before, after) {
      #expect(old.body["spec"]?["template"] == new.body["spec"]?["template"])
    }
  }

  @Test(arguments: [Example.atScale, Example.receive.varied("tenants") { $0.separateTenants() }])
  func `a tenant is who the proxy says it is, and that header is the proxy's own`(
    _ example: Example
  ) throws {
    for manifest in try render(example.fleet).manifests(on: "hub") {
      for arguments in manifest.thanosArguments where arguments.first == "receive" {
        let header = arguments.value(of: "--receive.tenant-header")
        // The proxy overwrites it; without one in the pod, anybody could.
        #expect((header == "X-Forwarded-User") == (manifest.container("oauth-proxy") != nil))
      }
    }
  }

  @Test func `limits are a file that receive reads again`() throws {
    let hub = try render(fleet).manifests(on: "hub")
    let text = hub.receiveFiles?["limits.yaml"]?.stringValue
    #expect(try JSON(parsing: text ?? "")["write"]?["global"]?["max_concurrency"] == 64)
  }

  @Test func `each shard keeps the blocks of one remainder, and the querier asks every shard`()
    throws
  {
    let hub = try render(fleet).manifests(on: "hub")
    let shards = hub.filter { $0.reference.name.contains("store-gateway-shard") && $0.isPods }
    let rules = try shards.map { shard in
      try JSON(parsing: shard.thanosArguments[0].value(of: "--selector.relabel-config") ?? "")
    }
    #expect(rules.map { $0[1]?["regex"] } == ["0", "1", "2"])
    #expect(
      rules.allSatisfy { $0[0]?["modulus"] == 3 && $0[0]?["source_labels"] == ["__block_id"] }
    )
    let endpoints = hub.first { $0.reference.name == "thanos-querier-endpoints" }
    let addresses = endpoints?.preview["data"]?["endpoints.yaml"]?.stringValue ?? ""
    for shard in shards {
      #expect(addresses.contains("dnssrv+_grpc._tcp.\(shard.reference.name).thanos.svc\"\n"))
      // One role of the bucket knows one account.
      #expect(shard.podSpec?["serviceAccountName"] == "thanos-store-gateway")
    }
  }

  @Test func `Grafana asks the frontend, and nobody but it and the ruler asks the querier`() throws
  {
    let hub = try render(fleet).manifests(on: "hub")
    let sources = hub.first { $0.reference.name == "grafana-datasources" }
    #expect(
      sources?.body["data"]?["prometheus.yaml"]?.stringValue?
        .contains("url: http://thanos-query-frontend.thanos.svc:9090\n") == true
    )
    let frontend = try #require(hub.first { $0.thanosArguments.first?.first == "query-frontend" })
    #expect(
      frontend.thanosArguments[0].value(of: "--query-frontend.downstream-url")
        == "http://thanos-querier.thanos.svc:9090"
    )
    let policy = hub.first {
      $0.reference.kind == .networkPolicy && $0.reference.name == "thanos-querier"
    }
    let peers = policy?.body["spec"]?["ingress"]?[1]?["from"]?.arrayValue ?? []
    #expect(
      peers.map { $0["podSelector"]?["matchLabels"]?["app.kubernetes.io/name"] }
        == ["thanos-query-frontend", "thanos-ruler"]
    )
  }

  @Test func `copies become one in the bucket only where the file says so`() throws {
    for (fleet, label) in [(fleet, "receive_replica"), (Example.receive.fleet, nil)] {
      let compactor = try render(fleet).manifests.flatMap(\.thanosArguments)
        .first { $0.first == "compact" }
      #expect(compactor?.value(of: "--deduplication.replica-label") == label)
    }
  }
}

extension Fleet {
  fileprivate mutating func separateTenants() { receiving.receive.tenancy = .cluster }
}

extension ObjectReference {
  fileprivate static func receive(_ kind: ResourceKind) -> ObjectReference {
    ObjectReference(cluster: "hub", kind, namespace: "thanos", name: "thanos-receive")
  }
}

extension Manifest {
  fileprivate var isPods: Bool { [.deployment, .statefulSet].contains(reference.kind) }
}

extension [Manifest] {
  fileprivate var receiveFiles: JSON? {
    first { $0.reference.name == "thanos-receive-configuration" }?.body["data"]
  }

  fileprivate var hashring: [String] {
    get throws {
      let text = receiveFiles?["hashrings.json"]?.stringValue ?? ""
      return try JSON(parsing: text)[0]?["endpoints"]?.texts ?? []
    }
  }
}

extension [String] {
  /// What follows a flag and an equals sign.
  fileprivate func value(of flag: String) -> String? {
    first { $0.hasPrefix("\(flag)=") }.map { String($0.dropFirst(flag.count + 1)) }
  }
}
