import Facts
import JSON
import Objects
import Plan
import Testing

/// What is done with an object, given what is live and what the server said.
struct DecisionTests {
  private let service = manifest(.service, "s", ["spec": ["type": "ClusterIP"]])

  private func change(
    _ object: JSON?,
    _ answer: ServerAnswer? = nil,
    settings: PlanSettings = PlanSettings(),
  ) throws -> Change {
    let objects = object.map { [service.reference: $0] } ?? [:]
    let plan = try planning(
      [service],
      live(objects),
      answers: answer.map { [service.reference: $0] } ?? [:],
      settings: settings,
    )
    return try #require(plan[service.reference])
  }

  @Test func `what somebody else has made for the whole cluster is left, and not waited for`()
    throws
  {
    let api = manifest(.apiService, "v1beta1.metrics.k8s.io")
    let unavailable: JSON = ["status": ["conditions": [["type": "Available", "status": "False"]]]]
    let theirs = Manifest(api.reference).body.merging(unavailable)
    let left = try #require(try planning([api], live([api.reference: theirs]))[api.reference])
    #expect(left.notes == [.leftToOthers(fleet: nil)])
    #expect(left.unreadiness == nil)
    let ours = api.applied.merging(unavailable)
    let own = try #require(try planning([api], live([api.reference: ours]))[api.reference])
    #expect(own.unreadiness != nil)
  }

  @Test func `what is not there is created`() throws {
    #expect(try change(nil).action == .create)
  }

  @Test func `what matches stays, and nobody is asked`() throws {
    #expect(try change(service.applied).action == .none)
    guard
      case .nothing = live([service.reference: service.applied])
        .question(about: live([service.reference: service.applied]).desired(service))
    else { return #expect(Bool(false), "the server was to be asked") }
  }

  @Test func `what the server would store otherwise is updated, field by field`() throws {
    let now = service.applied.merging(["spec": ["type": "NodePort"]])
    let change = try change(now, .accepted(service.applied, conflicts: []))
    #expect(change.action == .update)
    #expect(
      change.differences == [
        Difference(FieldPath(keys: "spec", "type"), before: "NodePort", after: "ClusterIP")
      ]
    )
  }

  @Test func `what the server would store alike is no change`() throws {
    let now = service.applied.merging(["spec": ["type": "clusterip"]])
    #expect(try change(now, .accepted(now, conflicts: [])).action == .none)
  }

  @Test func `an object without the label is adopted, its maker's leftovers shown`() throws {
    let byHand: JSON = [
      "metadata": ["name": "s", "labels": ["app": "old"]],
      "spec": ["type": "ClusterIP", "sessionAffinity": "None"],
    ]
    let stored = service.body.merging(["spec": ["sessionAffinity": "None"]])
    let change = try change(
      byHand.owned(by: "kubectl-create", "Update"),
      .accepted(byHand.merging(service.body), conflicts: [], fresh: stored),
    )
    #expect(change.action == .adopt)
    let removed = change.differences.filter { $0.after == nil }.map(\.path.description)
    #expect(removed == ["metadata.labels.app"])
  }

  @Test func `a field that cannot change means making the object anew`() throws {
    let now = service.applied.merging(["spec": ["type": "ExternalName"]])
    let words = said(422, "field is immutable")
    let change = try change(now, .immutable(words))
    #expect(change.action == .replace)
    #expect(change.notes == [.replacedBecause(words)])
  }

  @Test func `a hand's field is taken back, a controller's only when allowed`() throws {
    let now = service.applied.merging(["spec": ["type": "NodePort"]])
    let byHand = ServerAnswer.accepted(
      service.applied,
      conflicts: [FieldConflict(manager: "kubectl-edit", field: ".spec.type")],
    )
    #expect(try change(now, byHand).obstacles == [])
    #expect(try change(now, byHand).takesOver)
    let conflict = FieldConflict(manager: "some-controller", field: ".spec.type")
    let byController = ServerAnswer.accepted(service.applied, conflicts: [conflict])
    #expect(try change(now, byController).obstacles == [.conflict(conflict)])
    let forced = try change(now, byController, settings: PlanSettings(forcesConflicts: true))
    #expect(forced.obstacles == [])
    #expect(forced.takesOver)
  }

  @Test func `what is being deleted is not there: it is made anew, and what holds it is told`()
    throws
  {
    let leaving: JSON = [
      "metadata": ["deletionTimestamp": "2024-01-01T00:00:00Z", "finalizers": ["a.example/b"]]
    ]
    let now = service.applied.merging(leaving)
    let change = try change(now)
    #expect(change.action == .create)
    #expect(change.notes == [.isBeingDeleted(Linger(of: now))])
  }

  @Test func `what is in a namespace that is being deleted goes with it, and is made anew`() throws
  {
    let namespace = manifest(.namespace, "n")
    let going: JSON = [
      "metadata": ["deletionTimestamp": "2024-01-01T00:00:00Z", "finalizers": ["a.example/b"]]
    ]
    let state = live([
      namespace.reference: namespace.applied.merging(going),
      service.reference: service.applied,
    ])
    let change = try planning([namespace, service], state)[service.reference]
    #expect(change?.action == .create)
    #expect(change?.notes == [.isBeingDeleted(.finalizers(["a.example/b"]))])
  }

  @Test func `what may not be read is not said to be missing, and what needs it stays`() throws {
    let source = manifest(.secret, "source", on: spoke)
    let value = HandOff(from: source.reference, .data(key: "k"))
    let consumer = manifest(
      .configMap,
      "consumer",
      bindings: [Binding(FieldPath(keys: "data", "k"), [.value(.handOff(value))])],
    )
    var state = live([
      consumer.reference: consumer.body.merging(["data": ["k": "v"]]).owned(by: "fedctl")
    ])
    guard var snapshot = state.snapshot(of: spoke) else { return }
    snapshot.unreadable = [.secret: said(403, "secrets are forbidden")]
    snapshot.refusals = [source.reference: said(403, "this one is forbidden")]
    state.clusters[spoke] = .reached(snapshot)
    let plan = try planning([source, consumer], state)
    #expect(plan[source.reference]?.action == Action.none)
    #expect(plan[source.reference]?.obstacles == [.unreadable(said(403, "this one is forbidden"))])
    #expect(plan[consumer.reference]?.action == Action.none)
    #expect(plan.isIncomplete)
  }

  @Test func `another fleet's object is left alone`() throws {
    let theirs = service.applied.merging(["metadata": ["labels": ["fedctl.dev/fleet": "g"]]])
    #expect(
      try change(theirs, .accepted(theirs, conflicts: [])).obstacles == [.ownedByFleet("g")]
    )
  }

  @Test func `a refusal stands in the way`() throws {
    let refusal = KubernetesError.status(said(403, "no"))
    #expect(try change(nil, .refused(refusal)).obstacles == [.refused(refusal)])
  }

  @Test
  func `beside a refusal stands what the file changes, and not how the server writes the rest`()
    throws
  {
    let claim: JSON = ["metadata": ["name": "data"], "spec": ["storageClassName": "a"]]
    let wanted = manifest(
      .statefulSet,
      "s",
      [
        "spec": [
          "replicas": -1, "hostNetwork": false, "automount": false, "tolerations": [],
          "volumeClaimTemplates": [claim],
        ]
      ],
    )
    let filled = claim.merging(["kind": "PersistentVolumeClaim", "status": ["phase": "Pending"]])
    let spec: JSON = ["replicas": 2, "volumeClaimTemplates": [filled]]
    let now = wanted.applied.setting(FieldPath(keys: "spec"), to: spec)
    let answer = ServerAnswer.refused(.status(said(422, "replicas")))
    let plan = try planning(
      [wanted],
      live([wanted.reference: now]),
      answers: [wanted.reference: answer],
    )
    #expect(
      plan[wanted.reference]?.differences == [
        Difference(FieldPath(keys: "spec", "replicas"), before: 2, after: -1),
        Difference(FieldPath(keys: "spec", "automount"), before: nil, after: false),
      ]
    )
  }

  @Test func `an object in a namespace that nobody makes stands still`() throws {
    let plan = try planning([service], live(missing: ["n"]))
    #expect(plan[service.reference]?.obstacles == [.missingNamespace("n")])
    let made = try planning([manifest(.namespace, "n"), service], live(missing: ["n"]))
    #expect(made[service.reference]?.obstacles == [])
  }
}

/// What leaves the fleet, and what does not.
struct DepartureTests {
  private func deleted(_ kind: ResourceKind, _ change: JSON = [:]) throws -> Bool {
    let gone = manifest(kind, "gone")
    let plan = try planning([], live([gone.reference: gone.applied.merging(change)]))
    return plan[gone.reference]?.action == .delete
  }

  @Test func `what the file no longer asks for is deleted`() throws {
    #expect(try deleted(.secret))
  }

  @Test func `what others own, controllers made, or holds data, stays`() throws {
    #expect(try !deleted(.secret, ["metadata": ["labels": ["fedctl.dev/fleet": "g"]]]))
    #expect(try !deleted(.secret, ["metadata": ["labels": ["fedctl.dev/fleet": .null]]]))
    #expect(
      try !deleted(
        .statefulSet,
        ["metadata": ["ownerReferences": [["kind": "Prometheus", "controller": true]]]],
      )
    )
    #expect(try !deleted(.namespace))
  }

  @Test func `a Subscription takes what it installed with it`() throws {
    let gone = manifest(.subscription, "gone")
    let object = gone.applied.merging(["status": ["installedCSV": "operator.v1"]])
    let change = try planning([], live([gone.reference: object]))[gone.reference]
    let installed = reference(.clusterServiceVersion, "operator.v1")
    #expect(change?.notes.contains(.alsoDeletes(installed)) == true)
  }

  @Test func `nothing is planned for a cluster that does not answer`() throws {
    let plan = try planning([manifest(.secret, "s", on: spoke)], live(unknown: [spoke]))
    #expect(plan.changes.isEmpty)
    #expect(plan.isIncomplete)
  }

  @Test func `only where nothing but immutability is wrong is an object replaced`() {
    func refusal(_ messages: String...) -> APIStatus {
      let causes = messages.map { ["message": .string($0), "field": "spec"] as JSON }
      let status: JSON = [
        "kind": "Status", "message": .string(messages.joined(separator: ", ")),
        "details": ["causes": .array(causes)],
      ]
      return APIStatus(code: 422, body: status.bytes())
    }
    #expect(refusal("field is immutable").isImmutableFieldChange)
    #expect(refusal("may not change once set", "field is immutable").isImmutableFieldChange)
    #expect(!refusal("field is immutable", "Unsupported value").isImmutableFieldChange)
  }

  @Test(arguments: [("same", true), ("another", false)])
  func `pods go on where the new StatefulSet finds them`(service: String, keeps: Bool) throws {
    let before = manifest(
      .statefulSet,
      "s",
      ["spec": ["serviceName": "same", "selector": ["a": "b"]]],
    )
    let after = manifest(
      .statefulSet,
      "s",
      ["spec": ["serviceName": .string(service), "selector": ["a": "b"]]],
    )
    let plan = try planning(
      [after],
      live([before.reference: before.applied]),
      answers: [after.reference: .immutable(said(422, "field is immutable"))],
    )
    let change = try #require(plan[after.reference])
    #expect(change.action == .replace)
    #expect(change.keepsPods == keeps)
  }
}

/// What hands have added to the fleet's own objects.
struct HandsAdditionTests {
  private let service = manifest(
    .service,
    "s",
    ["spec": ["ports": [["name": "http", "port": 80, "protocol": "TCP"]]]],
  )

  private func change(_ now: JSON, _ answer: ServerAnswer) throws -> Change {
    let state = live([service.reference: now])
    guard case .dryRun = state.question(about: state.desired(service)) else {
      return try #require(try planning([service], state)[service.reference])
    }
    let plan = try planning([service], state, answers: [service.reference: answer])
    return try #require(plan[service.reference])
  }

  private func hand(_ fields: JSON, on object: JSON) -> JSON {
    let entry: JSON = [
      "manager": "kubectl-patch", "operation": "Update", "fieldsV1": fields,
    ]
    let others = object["metadata"]?["managedFields"]?.arrayValue ?? []
    return object.setting(
      FieldPath(keys: "metadata", "managedFields"),
      to: .array(others + [entry]),
    )
  }

  @Test func `what only a hand has set is drift, and goes back to what the server sets itself`()
    throws
  {
    let opened = service.applied.merging(["spec": ["type": "NodePort", "hostNetwork": true]])
    let now = hand(["f:spec": ["f:type": [:], "f:hostNetwork": [:]]], on: opened)
    let fresh = service.body.merging(["spec": ["type": "ClusterIP"]])
    let change = try change(now, .accepted(now, conflicts: [], fresh: fresh))
    #expect(change.action == .update)
    #expect(
      change.differences == [
        Difference(FieldPath(keys: "spec", "type"), before: "NodePort", after: "ClusterIP"),
        Difference(FieldPath(keys: "spec", "hostNetwork"), before: true, after: nil),
      ]
    )
  }

  @Test func `annotations, a restart's mark and a count that the fleet leaves open stay a hand's`()
    throws
  {
    let marked = service.applied.merging([
      "metadata": ["annotations": ["theirs": "1"]],
      "spec": [
        "replicas": 3, "template": ["metadata": ["annotations": ["restartedAt": "now"]]],
      ],
    ])
    let fields: JSON = [
      "f:metadata": ["f:annotations": ["f:theirs": [:]]],
      "f:spec": [
        "f:replicas": [:],
        "f:template": ["f:metadata": ["f:annotations": ["f:restartedAt": [:]]]],
      ],
    ]
    #expect(
      try change(hand(fields, on: marked), .accepted(service.applied, conflicts: [])).action
        == .none
    )
  }

  @Test func `a selector that a hand has written whole is asked about, though ours is in it`() {
    let selector: JSON = ["spec": ["selector": ["a": "b"]]]
    let ours = manifest(.networkPolicy, "p", selector)
    let widened = ours.applied.merging(["spec": ["selector": ["nobody": "has-this"]]])
    let state = live([ours.reference: hand(["f:spec": ["f:selector": [:]]], on: widened)])
    guard case .dryRun = state.question(about: state.desired(ours)) else {
      return #expect(Bool(false), "nobody was asked")
    }
  }

  @Test func `a port that a hand has moved is moved back, though the server refuses two of a name`()
    throws
  {
    let ports: JSON = [["name": "http", "port": 4242, "protocol": "TCP"]]
    let moved = service.applied.setting(FieldPath(keys: "spec", "ports"), to: ports)
    let now = hand(
      ["f:spec": ["f:ports": [#"k:{"port":4242,"protocol":"TCP"}"#: [".": [:], "f:port": [:]]]]],
      on: moved,
    )
    let change = try change(now, .acceptedAfterTakeover(fresh: service.body))
    #expect(change.action == .update)
    #expect(change.obstacles == [])
    #expect(change.differences.map(\.path.description) == ["spec.ports[name=http].port"])
    #expect(change.differences.first?.after == 80)
  }

  @Test func `an object that is tried without a hand's fields is told in the server's form`() throws
  {
    let asked: JSON = ["spec": ["limits": ["cpu": "1000m"], "type": "ClusterIP"]]
    let ours = manifest(.service, "s", asked)
    let now = ours.applied.merging(["spec": ["limits": ["cpu": "1"], "clusterIP": "10.0.0.1"]])
    let state = live([ours.reference: now])
    let fresh = ours.body.merging(["spec": ["limits": ["cpu": "1"], "clusterIP": "10.0.0.2"]])
    let plan = try planning(
      [ours],
      state,
      answers: [ours.reference: .acceptedAfterTakeover(fresh: fresh)],
    )
    #expect(plan[ours.reference]?.differences == [])
  }

  @Test(arguments: [
    ("spec.ports[1].name", true), ("spec.ports", true), ("spec.type", false), ("spec", false),
    ("spec.template.spec.containers[0].image", false), ("spec.strategy.rollingUpdate", true),
    ("spec.strategy.rollingUpdate.maxSurge.x", true), ("", false), ("spec.taps[0].depth", true),
    ("spec.taps[0].name", false), ("spec.taps[0]", false), ("spec.pods[0].ports[2].name", true),
    ("spec.pods[0].env[0]", false), ("spec.pods[1].ports", true),
  ])
  func `a refusal is mended only by fields that lie near its causes`(field: String, isMended: Bool)
  {
    let status: JSON = [
      "kind": "Status", "details": ["causes": [["field": .string(field), "message": "no"]]],
    ]
    let taken = [
      FieldPath([.key("spec"), .key("ports"), .element(key: "port", value: "4242")]),
      FieldPath(keys: "spec", "strategy", "rollingUpdate", "maxSurge"),
      FieldPath([
        .key("spec"), .key("taps"), .element(key: "name", value: "a"), .key("depth"),
      ]),
      FieldPath([
        .key("spec"), .key("pods"), .element(key: "name", value: "a"), .key("ports"),
        .element(key: "port", value: "9090"),
      ]),
    ]
    let refusal = APIStatus(code: 422, body: status.bytes())
    #expect(refusal.isMended(byTakingBack: taken) == isMended)
    #expect(!APIStatus(code: 409, body: status.bytes()).isMended(byTakingBack: taken))
  }

  @Test func `what controllers write since the plan does not matter, what hands write does`() {
    let now = hand(
      ["f:spec": ["f:type": [:]]],
      on: service.applied.merging(["spec": ["type": "B"]]),
    )
    let noted = now.merging(["metadata": ["annotations": ["a": "b"]], "status": ["x": 1]])
    #expect(noted.isStill(now, desired: service.body, isOurs: true))
    let moved = now.merging(["spec": ["type": "C"]])
    #expect(!moved.isStill(now, desired: service.body, isOurs: true))
    let ports: JSON = ["spec": ["ports": [["name": "http", "port": 81, "protocol": "TCP"]]]]
    #expect(!now.merging(ports).isStill(now, desired: service.body, isOurs: true))
    let more = hand(
      ["f:spec": ["f:hostNetwork": [:]]],
      on: now.merging(["spec": ["hostNetwork": true]]),
    )
    #expect(!more.isStill(now, desired: service.body, isOurs: true))
  }
}
