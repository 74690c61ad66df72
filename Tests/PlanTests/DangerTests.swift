import JSON
import Objects
import Plan
import Testing
import Text

/// What a plan names above everything else, and what it does not.
struct DangerTests {
  /// What an update of one object from one form to another is in danger of.
  private func dangers(
    _ kind: ResourceKind,
    from before: JSON,
    to after: JSON,
    on cluster: String = spoke,
  ) throws -> [Danger] {
    let old = manifest(kind, "o", on: cluster, before)
    return try dangers(of: manifest(kind, "o", on: cluster, after), over: old.applied)
  }

  /// What it is in danger of that the server takes an object as it is sent.
  private func dangers(of wanted: Manifest, over live: JSON) throws -> [Danger] {
    try planning(
      [wanted],
      PlanTests.live([wanted.reference: live]),
      answers: [wanted.reference: .accepted(wanted.applied, conflicts: [])],
    ).dangers
  }

  private func external(_ labels: JSON) -> JSON { ["spec": ["externalLabels": labels]] }

  @Test func `other labels of a Prometheus split its series`() throws {
    let split = Danger.splitsSeries(clusters: [spoke], labels: ["region", "tier"])
    let before = external(["cluster": "spoke", "region": "eu"])
    let after = external(["cluster": "spoke", "region": "us", "tier": "gold"])
    #expect(try dangers(.prometheus, from: before, to: after) == [split])
    #expect(try dangers(.prometheus, from: external([:]), to: after).isEmpty)
  }

  @Test func `labels stand in texts and arguments as well`() throws {
    let split = [Danger.splitsSeries(clusters: [spoke], labels: ["region"])]
    func text(_ region: String) -> JSON {
      [
        "data": [
          "config.yaml": .string(
            """
            remoteWrite:
            - writeRelabelConfigs:
              - {sourceLabels: [a], targetLabel: b, replacement: \(region)}
              - {targetLabel: region, replacement: \(region)}

            """
          )
        ]
      ]
    }
    #expect(try dangers(.configMap, from: text("eu"), to: text("us")) == split)
    func arguments(_ region: String) -> JSON {
      ["spec": ["args": [.string("--to=\(region)"), .string("--label=region=\"\(region)\"")]]]
    }
    #expect(try dangers(.deployment, from: arguments("eu"), to: arguments("us")) == split)
  }

  @Test func `another writer with other labels splits them as well`() throws {
    let old = manifest(
      .prometheus,
      "p",
      on: spoke,
      external(["cluster": "spoke", "region": "edge"]),
    )
    func new(_ region: String) -> Manifest {
      let rules = ["cluster: spoke", "region: \(region)"].map {
        let parts = $0.split(separator: ":")
        return "- {targetLabel: \(parts[0]), replacement: \(parts[1])}\n"
      }
      let text = "writeRelabelConfigs:\n" + rules.joined()
      return manifest(.configMap, "settings", on: spoke, ["data": ["config.yaml": .string(text)]])
    }
    func splits(_ wanted: Manifest) throws -> [Danger] {
      try planning(
        [wanted],
        PlanTests.live([old.reference: old.applied]),
        answers: [wanted.reference: .accepted(wanted.applied, conflicts: [])],
      ).dangers.filter { $0.code == .splitsSeries }
    }
    #expect(try splits(new("eu")) == [.splitsSeries(clusters: [spoke], labels: ["region"])])
    #expect(try splits(new("edge")).isEmpty)
  }

  @Test(arguments: [
    ("30d", "7d", "30d"), ("0d", "7d", nil), ("2y", "1w", "2y"), (nil, "30d", nil),
  ])
  func `a shorter retention deletes what the bucket has kept`(
    before: String?,
    after: String,
    told: String?,
  ) throws {
    let shorter = Danger.shortensRetention(.raw, from: told, to: after)
    #expect(try dangers(.statefulSet, from: compactor(before), to: compactor(after)) == [shorter])
  }

  @Test(arguments: [("7d", "30d"), ("30d", "30d"), ("30d", "0d"), (nil, "0d"), ("7d", "1w")])
  func `a longer retention deletes nothing`(before: String?, after: String) throws {
    #expect(try dangers(.statefulSet, from: compactor(before), to: compactor(after)).isEmpty)
    // Whoever else takes such an argument deletes nothing from the bucket.
    let other = compactor(after, command: "store")
    #expect(try dangers(.deployment, from: compactor("90d", command: "store"), to: other).isEmpty)
  }

  private func compactor(_ raw: String?, command: String = "compact") -> JSON {
    let arguments = [command, "--wait"] + (raw.map { ["--retention.resolution-raw=\($0)"] } ?? [])
    let container: JSON = ["name": "thanos", "args": .array(arguments.map(JSON.string))]
    return ["spec": ["template": ["spec": ["containers": [container]]]]]
  }

  @Test func `of the targets of a hub only the cluster's own labels count`() throws {
    func jobs(_ regions: (name: String, region: String)...) -> JSON {
      let configs = regions.map { target -> JSON in
        ["labels": ["cluster": .string(target.name), "region": .string(target.region)]]
      }
      return ["spec": ["staticConfigs": .array(configs)]]
    }
    let two = jobs((hub, "eu"), (spoke, "eu"))
    #expect(try dangers(.service, from: two, to: jobs((hub, "eu")), on: hub).isEmpty)
    #expect(
      try dangers(.service, from: two, to: jobs((hub, "eu"), (spoke, "us")), on: hub) == [
        .splitsSeries(clusters: [spoke], labels: ["region"])
      ]
    )
  }

  @Test func `another bucket leaves the old one's history behind`() throws {
    func store(_ bucket: String) -> Manifest {
      let text = "type: S3\nconfig:\n  bucket: \(bucket)\n  endpoint: s3.example.com\n"
      var secret = manifest(.secret, "s", ["data": ["objstore.yml": .string(text.base64)]])
      secret.openText = OpenText("objstore.yml", showing: ["config.bucket"])
      return secret
    }
    let move = Danger.bucketMoves(from: "old at s3.example.com", to: "new at s3.example.com")
    #expect(try dangers(of: store("new"), over: store("old").applied) == [move])
    #expect(try dangers(of: store("old"), over: store("old").applied).isEmpty)
  }

  @Test func `what goes, what is lost, and what is not known`() throws {
    let gone = manifest(.secret, "gone", on: spoke)
    #expect(
      try planning([], live([gone.reference: gone.applied])).dangers == [.deletes([gone.reference])]
    )
    let ours = manifest(.service, "s", ["spec": ["type": "ClusterIP"]])
    let theirs: JSON = ["metadata": ["uid": "u"], "spec": ["type": "NodePort"]]
    #expect(try dangers(of: ours, over: theirs) == [.takesOver([ours.reference])])
    let silent = try planning([], live(unknown: [spoke], on: [hub])).dangers
    #expect(silent == [.clustersUnknown([spoke], of: 2)])
  }

  @Test func `what objects lack is told once for all that lack the same`() throws {
    let objects = [hub, spoke].map {
      Manifest(
        ObjectReference(cluster: $0, .service, namespace: "shop", name: "s"),
        ["metadata": ["labels": ["fedctl.dev/fleet": "f"]]],
      )
    }
    let dangers = try planning(objects, live(missing: ["shop"])).dangers
    #expect(dangers == [.blocked(objects.map(\.reference), .missingNamespace("shop"))])
  }

  @Test func `an adoption that only adds takes nothing from anybody`() throws {
    let ours = manifest(.service, "s", ["spec": ["type": "ClusterIP"]])
    #expect(try dangers(of: ours, over: ["metadata": ["uid": "u"]]).isEmpty)
  }

  @Test func `what goes with a cluster that leaves is told once`() throws {
    let label: JSON = ["metadata": ["labels": .object([WellKnown.managedCluster: .string(spoke)])]]
    let gone = [manifest(.serviceAccount, "spoke", label), manifest(.configMap, "c", on: spoke)]
    let state = live(Dictionary(gone.map { ($0.reference, $0.applied) }) { $1 })
    let clusters = [hub, spoke].compactMap { name in
      state.snapshot(of: name).map { snapshot in
        PlannedCluster(
          name: name,
          context: name,
          condition: .reached(snapshot.identity),
          isLeaving: name == spoke,
        )
      }
    }
    let input = PlanInput(fleet: "f", hub: hub, clusters: clusters, manifests: [])
    let plan = try planChanges(input, live: state, answers: [:])
    #expect(plan.changes.count { $0.action == .delete } == 2)
    #expect(plan.dangers == [.clustersLeave([spoke])])
  }

  @Test func `a new fleet and a change of a word are none`() throws {
    #expect(try planning([manifest(.configMap, "c")], live()).dangers.isEmpty)
    let change = try dangers(.configMap, from: ["data": ["a": "b"]], to: ["data": ["a": "c"]])
    #expect(change.isEmpty)
  }
}
