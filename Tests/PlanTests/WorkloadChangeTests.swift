import JSON
import Objects
import Plan
import Testing
import Text

/// What a change of a workload means for its pods and their volumes.
struct WorkloadChangeTests {
  /// The change from one `spec` to another, which the server takes as it is sent, or refuses as immutable.
  private func change(
    _ kind: ResourceKind,
    _ before: JSON,
    _ after: JSON,
    claims: [String: String] = [:],
    isImmutable: Bool = false,
  ) throws -> Change {
    let old = manifest(kind, "w", ["spec": before])
    let new = manifest(kind, "w", ["spec": after])
    var state = live([old.reference: old.applied])
    var snapshot = try #require(state.snapshot(of: hub))
    for (name, storageClass) in claims {
      snapshot.claims[reference(.persistentVolumeClaim, name)] = [
        "spec": ["storageClassName": .string(storageClass)]
      ]
    }
    state.clusters[hub] = .reached(snapshot)
    let answer: ServerAnswer =
      isImmutable
      ? .immutable(said(422, "field is immutable"), fresh: new.body)
      : .accepted(new.applied, conflicts: [])
    return try #require(planning([new], state, answers: [new.reference: answer])[new.reference])
  }

  private func pods(_ image: String, _ more: JSON = [:]) -> JSON {
    let container: JSON = ["name": "c", "image": .string(image)]
    let pods: JSON = ["template": ["spec": ["containers": [container]]]]
    return pods.merging(more)
  }

  @Test(arguments: [ResourceKind.deployment, .statefulSet, .daemonSet])
  func `another form of pods replaces them, and nothing else does`(kind: ResourceKind) throws {
    let other = try change(kind, pods("a"), pods("b"))
    #expect(other.consequence == .renewsPods)
    let more = try change(kind, pods("a"), pods("a", ["minReadySeconds": 5]))
    #expect(more.action == .update)
    #expect(more.consequence == nil)
  }

  /// What keeps a controller from replacing pods.
  private static let restraints: [(ResourceKind, JSON)] = [
    (.statefulSet, ["updateStrategy": ["type": "OnDelete"]]),
    (.daemonSet, ["updateStrategy": ["type": "OnDelete"]]),
    (.deployment, ["paused": true]),
    (.deployment, ["replicas": 0]),
  ]

  @Test(arguments: Self.restraints)
  func `pods stay where their controller leaves them`(kind: ResourceKind, rest: JSON) throws {
    #expect(try change(kind, pods("a", rest), pods("b", rest)).consequence == nil)
  }

  @Test(arguments: [ResourceKind.prometheus, .monitoringStack])
  func `of an operator's pods that is told which is certain`(kind: ResourceKind) throws {
    let resources = { (memory: JSON) -> JSON in ["resources": ["requests": ["memory": memory]]] }
    #expect(try change(kind, resources("1Gi"), resources("2Gi")).consequence == .renewsPods)
    let labels = { (region: JSON) -> JSON in ["externalLabels": ["region": region]] }
    #expect(try change(kind, labels("eu"), labels("us")).consequence == nil)
  }

  @Test func `a StatefulSet made again around its pods says whether they go on`() throws {
    let wanted = { (size: JSON) -> JSON in ["selector": "s", "serviceName": "w", "size": size] }
    let around = try change(
      .statefulSet,
      pods("a", wanted("1Gi")),
      pods("a", wanted("2Gi")),
      isImmutable: true,
    )
    #expect(around.consequence == .madeAgainAroundPods)
    let then = try change(
      .statefulSet,
      pods("a", wanted("1Gi")),
      pods("b", wanted("2Gi")),
      isImmutable: true,
    )
    #expect(then.consequence == .madeAgainThenPods)
  }

  @Test func `the sum has each workload whose pods are replaced once`() throws {
    let objects = ["one", "two"].map { manifest(.deployment, $0, ["spec": pods("b")]) }
    let before = objects.map { manifest(.deployment, $0.reference.name, ["spec": pods("a")]) }
    let plan = try planning(
      objects,
      live(Dictionary(before.map { ($0.reference, $0.applied) }) { $1 }),
      answers: Dictionary(
        objects.map { ($0.reference, .accepted($0.applied, conflicts: [])) },
        uniquingKeysWith: { $1 },
      ),
    )
    #expect(plan.sum.renewedWorkloads == 2)
  }

  private func set(_ replicas: JSON, _ storageClass: JSON = "a", _ rest: JSON = [:]) -> JSON {
    let spec: JSON = [
      "storageClassName": storageClass, "resources": ["requests": ["storage": "9Gi"]],
    ]
    let claim: JSON = ["metadata": ["name": "data"], "spec": spec]
    let set: JSON = ["replicas": replicas, "volumeClaimTemplates": [claim]]
    return set.merging(rest)
  }

  @Test func `volumes come for pods that are new, not for those that find their claims`() throws {
    let alone = try change(.statefulSet, set(1), set(4), claims: ["data-w-0": "a"])
    #expect(alone.notes == [.volumesCome(3, size: "9Gi")])
    let again = try change(
      .statefulSet,
      set(1),
      set(4),
      claims: ["data-w-0": "a", "data-w-1": "a", "data-w-7": "a"],
    )
    #expect(again.notes == [.volumesCome(2, size: "9Gi")])
    // Claims that cannot be read are none.
    #expect(try change(.statefulSet, set(1), set(4)).notes.isEmpty)
  }

  @Test func `pods that go leave their claims, unless the workload says otherwise`() throws {
    let fewer = try change(.statefulSet, set(3), set(1), claims: ["data-w-0": "a"])
    #expect(fewer.notes == [.podsGo(2, keepsClaims: true)])
    let policy: JSON = ["persistentVolumeClaimRetentionPolicy": ["whenScaled": "Delete"]]
    let without = try change(.statefulSet, set(3, "a", policy), set(1, "a", policy))
    #expect(without.notes == [.podsGo(2, keepsClaims: false)])
  }

  @Test func `an operator's Prometheus has its volumes counted, unless it is in shards`() throws {
    let spec = { (replicas: JSON, shards: JSON) -> JSON in
      let claim: JSON = ["spec": ["resources": ["requests": ["storage": "9Gi"]]]]
      return [
        "replicas": replicas, "shards": shards, "storage": ["volumeClaimTemplate": claim],
      ]
    }
    let claims = ["prometheus-w-db-prometheus-w-0": "a"]
    let more = try change(.prometheus, spec(1, 1), spec(2, 1), claims: claims)
    #expect(more.notes == [.volumesCome(1, size: "9Gi")])
    #expect(try change(.prometheus, spec(1, 2), spec(2, 2), claims: claims).notes.isEmpty)
  }

  @Test func `claims that are there keep their storage class`() throws {
    let other = try change(
      .statefulSet,
      set(2, "a"),
      set(2, "b"),
      claims: ["data-w-0": "a", "data-w-1": "a", "other-w-0": "a"],
      isImmutable: true,
    )
    #expect(other.notes.contains(.keepsStorageClass("a", claims: 2)))
    // One has been moved by hand.
    let moved = try change(
      .statefulSet,
      set(2, "a"),
      set(2, "b"),
      claims: ["data-w-0": "a", "data-w-1": "b"],
      isImmutable: true,
    )
    let kept = moved.notes.filter { if case .keepsStorageClass = $0 { true } else { false } }
    #expect(kept == [.keepsStorageClass("a", claims: 1)])
    // It was so before: whoever has read it once need not read it with each plan.
    let same = try change(.statefulSet, set(2, "b"), set(3, "b"), claims: ["data-w-0": "a"])
    #expect(same.notes == [.volumesCome(1, size: "9Gi")])
  }

  @Test(arguments: [("receive", true), ("rule", true), ("store", false)])
  func `pods that go are told above all else where they have written samples`(
    command: String,
    isTold: Bool,
  ) throws {
    let container: JSON = ["name": "thanos", "args": [.string(command), "--x"]]
    let rest: JSON = ["template": ["spec": ["containers": [container]]]]
    let old = manifest(.statefulSet, "w", ["spec": set(3, "a", rest)])
    let new = manifest(.statefulSet, "w", ["spec": set(1, "a", rest)])
    let dangers = try planning(
      [new],
      live([old.reference: old.applied]),
      answers: [new.reference: .accepted(new.applied, conflicts: [])],
    ).dangers
    #expect(dangers == (isTold ? [.podsGo(new.reference, 2, keepsClaims: true)] : []))
  }

  @Test func `a digest of what pods read is told as a change`() throws {
    let annotated = { (digest: JSON) -> JSON in
      let annotations: JSON = .object([WellKnown.podConfiguration: digest])
      return ["template": ["metadata": ["annotations": annotations]]]
    }
    let change = try change(.deployment, annotated("aaaa"), annotated("bbbb"))
    let field = try #require(change.displayed(hiding: SecretTexts([]), .plain).fields.first)
    #expect(field.before == "(configuration)")
    #expect(field.after == "(changed)")
    #expect(change.consequence == .renewsPods)
  }
}
