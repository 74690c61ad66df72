import JSON
import Objects
import Templates
import Testing

@testable import Fleet

@Suite struct PatchTests {
  @Test func `a patch changes what it names and removes what it sets to null`() throws {
    let grafana = try Example.rendered(
      patching: "Deployment",
      "grafana",
      with: ["spec": ["replicas": 2, "minReadySeconds": 5, "selector": .null]],
    ).first { $0.reference.kind == .deployment && $0.reference.name == "grafana" }
    #expect(grafana?.body["spec"]?["replicas"] == 2)
    #expect(grafana?.body["spec"]?["minReadySeconds"] == 5)
    #expect(grafana?.body["spec"]?["selector"] == nil)
    #expect(grafana?.body["spec"]?["template"] != nil)
  }

  @Test func `a patch without a name is for all of the kind, on the cluster it names`() throws {
    let manifests = try Example.rendered(
      patching: "Route",
      on: "hub",
      with: ["metadata": ["annotations": ["example.com/tier": "gold"]]],
    )
    for route in manifests where route.reference.kind == .route {
      let tier = route.body["metadata"]?["annotations"]?["example.com/tier"]
      #expect((tier == "gold") == (route.reference.cluster == "hub"))
    }
  }

  @Test func `the list around a pending field may be replaced while its place remains`() throws {
    let merge: JSON = ["spec": ["remoteWrite": [["name": "mine", "remoteTimeout": "10s"]]]]
    let patch = Patch(target: Patch.Target(kinds: ["Prometheus"]), change: .merge(merge))
    let prometheus = try Example.rendered(with: patch).manifests
      .first { $0.reference.kind == .prometheus }
    #expect(prometheus?.preview["spec"]?["remoteWrite"]?[0]?["name"] == "mine")
    #expect(prometheus?.preview["spec"]?["remoteWrite"]?[0]?["url"] != nil)
  }

  @Test(
    arguments: [
      ["spec": ["remoteWrite": [["name": "hub", "url": "https://example.com"]]]],
      ["spec": ["remoteWrite": [["name": "hub", "$patch": "delete"]]]],
      ["spec": ["remoteWrite": .null]],
      ["spec": .null],
    ] as [JSON]
  )
  func `a pending field cannot be patched`(_ merge: JSON) throws {
    let error = #expect(throws: PatchErrors.self) {
      try Example.rendered(patching: "Prometheus", on: "cluster1", with: merge)
    }
    let prometheus = ObjectReference(
      cluster: "cluster1",
      .prometheus,
      namespace: "thanos",
      name: "federated-prometheus",
    )
    let url = FieldPath(keys: "spec", "remoteWrite") / .index(0) / "url"
    #expect(error?.problems.map(\.fact) == [.patch(.changesPendingField(prometheus, url))])
  }

  /// What takes a field's room, or gets round it by a Secret's plain text, with the field that it is told of.
  private static let pastPending: [(JSON, FieldPath)] = [
    (["data": ["metrics_bearer_token": .null]], FieldPath(keys: "data", "metrics_bearer_token")),
    (["data": .null], FieldPath(keys: "data", "metrics_bearer_token")),
    (
      ["stringData": ["metrics_bearer_token": "mine"]],
      FieldPath(keys: "stringData", "metrics_bearer_token"),
    ),
  ]

  @Test(arguments: pastPending)
  func `a pending field can neither be removed nor got round`(_ merge: JSON, _ path: FieldPath)
    throws
  {
    let error = #expect(throws: PatchErrors.self) {
      try Example.rendered(patching: "Secret", "metrics-bearer-token", on: "cluster1", with: merge)
    }
    let secret = ObjectReference(
      cluster: "cluster1",
      .secret,
      namespace: "thanos",
      name: "metrics-bearer-token",
    )
    #expect(error?.problems.map(\.fact) == [.patch(.changesPendingField(secret, path))])
  }

  private static let identities: [(JSON, FieldPath)] = [
    (["metadata": ["name": "other"]], FieldPath(keys: "metadata", "name")),
    (
      ["metadata": ["labels": JSON.null]],
      FieldPath(keys: "metadata", "labels", "fedctl.dev/fleet"),
    ),
    (["kind": JSON.null], FieldPath(keys: "kind")),
  ]

  @Test(arguments: identities)
  func `a patch cannot make another object of one`(merge: JSON, path: FieldPath) throws {
    let error = #expect(throws: PatchErrors.self) {
      try Example.rendered(patching: "Deployment", "grafana", with: merge)
    }
    let grafana = ObjectReference(
      cluster: "hub",
      .deployment,
      namespace: "thanos",
      name: "grafana",
    )
    #expect(error?.problems.first?.fact == .patch(.changesIdentity(grafana, path)))
  }

  @Test func `a patch that matches nothing is an error`() throws {
    let error = #expect(throws: PatchErrors.self) {
      try Example.rendered(patching: "Deployment", "graphana", on: "hub", with: [:])
    }
    let target = Patch.Target(kinds: ["Deployment"], name: "graphana", cluster: "hub")
    #expect(error?.problems.map(\.fact) == [.patch(.matchesNothing(target))])
  }
}
