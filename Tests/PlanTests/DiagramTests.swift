import JSON
import Objects
import Plan
import Testing

/// The picture of a fleet as boxes and arrows.
struct DiagramTests {
  private let clusters = ["eu-1", "eu-2", "odd"]

  /// A hub with a workload and a token for each cluster, which the cluster's Secret takes; `odd` has more.
  private var manifests: [Manifest] {
    [
      manifest(.namespace, "n"),
      manifest(.deployment, "store"),
    ]
      + clusters.flatMap { cluster in
        [
          manifest(.serviceAccount, "\(cluster)-metrics"),
          manifest(.deployment, "writer", on: cluster),
          manifest(
            .secret,
            "token",
            on: cluster,
            bindings: [
              Binding(
                FieldPath(keys: "data", "token"),
                [
                  .value(
                    .handOff(
                      HandOff(
                        from: reference(.serviceAccount, "\(cluster)-metrics"),
                        .boundToken(secret: "\(cluster)-anchor", lifetime: 3600),
                      )
                    )
                  ),
                  .value(
                    .handOff(HandOff(from: reference(.configMap, "ca"), .data(key: "ca.crt")))
                  ),
                ],
              )
            ],
          ),
        ]
      } + [manifest(.service, "more", on: "odd")]
  }

  private func diagram(_ subject: Diagram.Subject, folds: Bool = true) throws -> Diagram {
    try Diagram(
      subject,
      of: manifests,
      clusters: clusters,
      hub: hub,
      mark: "CLUSTER",
      folds: folds,
    )
  }

  /// As `from > to fields`, with each box as `group count name`.
  private func told(_ diagram: Diagram) -> Set<String> {
    let boxes = diagram.nodes.map { "\($0.group) \($0.count) \($0.object.name)" }
    return Set(diagram.edges.map { "\(boxes[$0.from]) > \(boxes[$0.to]) \($0.fields.count)" })
  }

  @Test func `alike clusters are one frame, and what the hub has for them one box`() throws {
    let diagram = try diagram(.fleet)
    #expect(diagram.groups == [["hub"], ["eu-1", "eu-2"], ["odd"]])
    #expect(
      told(diagram) == [
        "0 2 CLUSTER-metrics > 1 2 token 1", "0 1 ca > 1 2 token 1",
        "0 1 odd-metrics > 2 1 token 1", "0 1 ca > 2 1 token 1",
      ]
    )
  }

  @Test func `each cluster for itself is drawn with its own names`() throws {
    let diagram = try diagram(.fleet, folds: false)
    #expect(diagram.groups == [["hub"], ["eu-1"], ["eu-2"], ["odd"]])
    #expect(told(diagram).contains("0 1 eu-2-metrics > 2 1 token 1"))
  }

  @Test func `the fleet's picture has workloads and what is handed over, and nothing else`() throws
  {
    let names = Set(try diagram(.fleet).nodes.map(\.object.name))
    #expect(names == ["store", "writer", "token", "ca", "CLUSTER-metrics", "odd-metrics"])
    #expect(try diagram(.fleet).nodes.filter(\.isForeign).map(\.object.name) == ["ca"])
  }

  @Test func `the order's picture has every object, and each after what it needs`() throws {
    let diagram = try diagram(.order)
    #expect(diagram.nodes.filter { !$0.isForeign }.map(\.count).reduce(0, +) == manifests.count)
    let depths = diagram.depths
    #expect(diagram.edges.allSatisfy { depths[$0.from] < depths[$0.to] })
    #expect(told(diagram).contains("0 1 n > 0 1 store 0"))
  }

  @Test func `a name that only begins like a cluster's is not its`() throws {
    let more = manifests + [manifest(.configMap, "eu-1x"), manifest(.configMap, "eu-1.rules")]
    let diagram = try Diagram(
      .order,
      of: more,
      clusters: clusters,
      hub: hub,
      mark: "CLUSTER",
      folds: true,
    )
    let names = diagram.nodes.map(\.object.name)
    #expect(names.contains("eu-1x"))
    // One alone is told by its own name, too.
    #expect(names.contains("eu-1.rules"))
  }
}
