import Fleet
import JSON
import Objects

/// Thanos store: answers for what has reached the bucket.
extension ThanosSite {
  /// Where there are several shards, each is a part of its own, so that their pods can be told apart.
  func storeGateway() -> [Manifest] {
    [storeAccount(.storeGateway)] + storeGatewayShards.flatMap(shard)
  }

  /// A single one has the plain name.
  private var storeGatewayShards: [StoreShard] {
    let count = design.storeGateway.shards
    guard count > 1 else { return [StoreShard(part: .storeGateway, number: nil)] }
    return (0..<count).map { number in
      let name = "\(Part.storeGateway.name)-shard-\(number)"
      let part = Part(name: name, component: Part.storeGateway.component)
      return StoreShard(part: part, number: number)
    }
  }

  /// One for each shard.
  var storeGatewayParts: [Part] { storeGatewayShards.map(\.part) }

  /// Where the querier finds each shard's pods.
  var storeGatewayEndpoints: [QueryEndpoint] {
    storeGatewayShards.map { .pods(of: $0.part.name, in: namespace) }
  }

  /// Everything of one shard.
  private func shard(_ shard: StoreShard) -> [Manifest] {
    let part = shard.part
    let workload = workload(of: shard)
    return [
      site.headlessService(part.name, of: part, ports: [Thanos.grpcPort, Thanos.httpPort]),
      site.networkPolicy(part, opening: [("grpc", to: .pods(of: [.querier]))]),
      workload.statefulSet(service: part.name),
    ] + workload.disruptionBudget()
  }

  /// Reads only the blocks that fall to the shard.
  private func workload(of shard: StoreShard) -> Workload {
    let component = design.storeGateway.component
    let container = Thanos.container(
      .storeGateway,
      component,
      ["store", "--data-dir=\(Thanos.data.path)", store.argument]
        + selection(of: shard.number),
      environment: store.environment + site.wayOut,
      mounts: [Thanos.data, ObjectStore.mount],
    )
    return Workload(
      shard.part,
      component,
      at: site,
      containers: [container],
      volumes: [store.volume],
      configuration: store.fingerprint,
      account: Part.storeGateway.name,
    )
  }

  /// Which blocks a shard answers for: those whose name's hash has its number as remainder.
  private func selection(of number: Int?) -> [String] {
    guard let number else { return [] }
    let rules: JSON = [
      [
        "action": "hashmod", "source_labels": ["__block_id"], "target_label": "shard",
        "modulus": .integer(Int64(design.storeGateway.shards)),
      ],
      ["action": "keep", "source_labels": ["shard"], "regex": .string("\(number)")],
    ]
    return ["--selector.relabel-config=\(rules.text())"]
  }
}

/// One part of the bucket's blocks; without a number, all of them.
private struct StoreShard {
  let part: Part
  let number: Int?
}
