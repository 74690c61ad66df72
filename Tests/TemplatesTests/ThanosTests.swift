import Fleet
import JSON
import Objects
import Templates
import Testing

@Suite struct ThanosTests {
  /// Flags of Thanos 0.42, by subcommand; what the runbooks used and it refuses is not among them.
  private static let flags: [String: Set<String>] = [
    "store": ["--data-dir", "--objstore.config-file", "--selector.relabel-config"],
    "receive": [
      "--tsdb.path", "--tsdb.retention", "--label", "--remote-write.address",
      "--receive.capnproto-address", "--objstore.config-file", "--receive.hashrings-file",
      "--receive.hashrings-algorithm", "--receive.local-endpoint", "--receive.replication-factor",
      "--receive.tenant-header", "--receive.limits-config-file",
    ],
    "compact": [
      "--wait", "--data-dir", "--retention.resolution-raw", "--retention.resolution-5m",
      "--retention.resolution-1h", "--objstore.config-file", "--downsampling.disable",
      "--deduplication.replica-label",
    ],
    "rule": [
      "--data-dir", "--rule-file", "--query", "--label", "--alert.label-drop",
      "--alertmanagers.url", "--objstore.config-file",
    ],
    "query-frontend": [
      "--query-frontend.downstream-url", "--query-range.response-cache-config",
    ],
    "query": ["--endpoint.sd-config-file", "--query.replica-label", "--query.auto-downsampling"],
  ]

  @Test(arguments: Example.receiveVariants)
  func `only flags that a current Thanos knows are used`(_ example: Example) throws {
    let commands = try render(example.fleet).manifests.flatMap(\.thanosArguments)
    for arguments in commands {
      let known = try #require(Self.flags[arguments.first ?? ""])
      let used = arguments.dropFirst().map { String($0.prefix { $0 != "=" }) }
      #expect(Set(used).isSubset(of: known))
    }
  }

  @Test func `receive's blocks are labelled, or it would not start`() throws {
    let receive = try #require(
      render(Example.receive.fleet).manifests.flatMap(\.thanosArguments)
        .first { $0.first == "receive" }
    )
    #expect(receive.contains(#"--label=receive_cluster="edge-metrics""#))
    #expect(receive.contains(#"--label=receive_replica="$(POD_NAME)""#))
  }

  @Test func `the querier removes the copies that replicas make, at every layer`() throws {
    let query = try #require(
      render(Example.receive.fleet).manifests.flatMap(\.thanosArguments)
        .first { $0.first == "query" }
    )
    for label in ["prometheus_replica", "collector_replica", "receive_replica"] {
      #expect(query.contains("--query.replica-label=\(label)"))
    }
  }

  @Test func `the fleet file's own arguments come last`() throws {
    var fleet = Example.receive.fleet
    fleet.receiving.receive.component.extraArguments = ["--log.level=debug"]
    let receive = try render(fleet).manifests.flatMap(\.thanosArguments)
      .first { $0.first == "receive" }
    #expect(receive?.last == "--log.level=debug")
  }

  @Test func `there is one compactor whatever the file says`() throws {
    var fleet = Example.receive.fleet
    fleet.receiving.thanos.compactor.component.replicas = 3
    let compactor = try render(fleet).manifests
      .first { $0.reference.kind == .statefulSet && $0.reference.name == "thanos-compact" }
    #expect(compactor?.body["spec"]?["replicas"] == 1)
  }

  @Test func `a budget for disruptions exists where there are replicas to spare`() throws {
    var fleet = Example.receive.fleet
    fleet.receiving.thanos.querier.replicas = 1
    fleet.receiving.thanos.storeGateway.component.replicas = 2
    let budgets = try render(fleet).manifests.filter { $0.reference.kind == .podDisruptionBudget }
    #expect(budgets.contains { $0.reference.name == "thanos-store-gateway" })
    #expect(!budgets.contains { $0.reference.name == "thanos-querier" })
  }

  @Test func `another bucket replaces the pods that read it`() throws {
    var fleet = Example.receive.fleet
    let before = try render(fleet).configurations
    fleet.receiving.thanos.bucket.name = "elsewhere"
    let after = try render(fleet).configurations
    for part in ["thanos-receive", "thanos-store-gateway", "thanos-compact"] {
      #expect(before[part] != nil && before[part] != after[part])
    }
    #expect(before["grafana"] == after["grafana"])
  }
}

extension Rendering {
  fileprivate var configurations: [String: JSON] {
    let pairs = manifests.compactMap { manifest in
      manifest.body["spec"]?["template"]?["metadata"]?["annotations"]?["fedctl.dev/configuration"]
        .map { (manifest.reference.name, $0) }
    }
    return Dictionary(pairs) { first, _ in first }
  }
}
