import JSON
import Objects
import Testing

@testable import Plan

/// What a runbook has made and nobody uses any more, and what somebody still uses.
struct LeftoverTests {
  private let account = manifest(.serviceAccount, "ours")

  /// An object as a person has made it.
  private func byHand(
    _ kind: ResourceKind,
    _ name: String,
    _ fields: JSON = [:],
    by manager: String = "kubectl-create",
  ) -> (ObjectReference, JSON) {
    let object = Manifest(place(kind, name), fields)
    return (object.reference, object.body.owned(by: manager, "Update"))
  }

  /// Without a namespace where its kind has none.
  private func place(_ kind: ResourceKind, _ name: String) -> ObjectReference {
    ObjectReference(cluster: hub, kind, namespace: kind.isNamespaced ? "n" : nil, name: name)
  }

  private func binding(_ name: String, of role: String, to accounts: String...) -> (
    ObjectReference, JSON
  ) {
    let subjects = accounts.map { account -> JSON in
      ["kind": "ServiceAccount", "name": .string(account), "namespace": "n"]
    }
    return byHand(
      .clusterRoleBinding,
      name,
      [
        "subjects": .array(subjects),
        "roleRef": ["kind": "ClusterRole", "name": .string(role)],
      ],
    )
  }

  /// The reasons by the names of the objects.
  private func found(
    _ neighbours: [(ObjectReference, JSON)],
    desired: [Manifest]? = nil,
  ) throws -> [String: LeftoverReason] {
    let state = live()
    var snapshot = try #require(state.snapshot(of: hub))
    snapshot.neighbours = Dictionary(neighbours) { $1 }
    let search = LeftoverSearch(snapshot, desired: (desired ?? [account]).map(state.desired))
    return Dictionary(search.found().map { ($0.object.name, $0.reason) }) { $1 }
  }

  /// None of them is the fleet's, of which the first plan deletes nothing.
  @Test func `leftovers that somebody wants removed are no mass removal`() throws {
    let neighbours = ["a", "b", "c"].map { binding($0, of: "view", to: "ours") }
    var snapshot = try #require(live().snapshot(of: hub))
    snapshot.neighbours = Dictionary(neighbours) { $1 }
    let state = LiveState(clusters: [hub: .reached(snapshot)])
    let plan = try planning(
      [account],
      state,
      settings: PlanSettings(removesLeftovers: true),
      on: [hub],
    )
    #expect(plan.changes.count { $0.action == .delete } == 3)
    #expect(plan.massRemoval(over: nil) == nil)
  }

  @Test
  func `bindings of the fleet's accounts and of idle ones go, with accounts and roles of theirs`()
    throws
  {
    let found = try found([
      byHand(.serviceAccount, "unbound"), byHand(.serviceAccount, "default"),
      // Made with nothing but a name, so that nothing is recorded of its maker.
      (place(.serviceAccount, "old"), ["metadata": ["name": "old"]]),
      binding("anyuid", of: "anyuid", to: "default"),
      byHand(.clusterRole, "by-hand"), byHand(.clusterRole, "shared"),
      binding("view", of: "view", to: "old", "ours"), binding("own", of: "by-hand", to: "ours"),
      binding("mixed", of: "shared", to: "ours", "stranger"),
      binding("again", of: "shared", to: "ours"),
    ])
    #expect(
      found == [
        "old": .unusedAccount, "view": .grantsAgain, "own": .grantsAgain, "again": .grantsAgain,
        "by-hand": .unusedRole,
      ]
    )
  }

  @Test func `what the cluster's controllers add to an account leaves it the hand's`() throws {
    func written(_ manager: String) -> (ObjectReference, JSON) {
      let (reference, object) = byHand(.serviceAccount, "old")
      return (reference, object.owned(by: manager, "Apply"))
    }
    let view = binding("view", of: "view", to: "old")
    let controller = "openshift.io/image-registry-pull-secrets_service-account-controller"
    #expect(try found([written(controller), view]).keys.sorted() == ["old", "view"])
    #expect(try found([written("argocd-controller"), view]) == [:])
  }

  @Test func `an account as which something runs stays, with its rights`() throws {
    let pod: JSON = ["spec": ["template": ["spec": ["serviceAccountName": "old"]]]]
    let found = try found([
      byHand(.serviceAccount, "old"), byHand(.deployment, "theirs", pod),
      binding("view", of: "view", to: "old"),
    ])
    #expect(found == [:])
  }

  @Test func `a Secret of which the fleet has a ConfigMap goes unless somebody mounts it`() throws {
    let ours = manifest(.configMap, "config")
    let secret = byHand(.secret, "config")
    #expect(
      try found([secret, byHand(.secret, "other")], desired: [ours]) == ["config": .becameConfigMap]
    )
    let pod: JSON = [
      "spec": ["template": ["spec": ["volumes": [["secret": ["secretName": "config"]]]]]]
    ]
    #expect(try found([secret, byHand(.deployment, "theirs", pod)], desired: [ours]) == [:])
  }

  @Test func `a ServiceMonitor that chooses what one of ours chooses goes`() throws {
    func monitor(_ app: JSON) -> JSON { ["spec": ["selector": ["matchLabels": ["app": app]]]] }
    let ours = manifest(.serviceMonitor, "ours", monitor("a"))
    let found = try found(
      [
        byHand(.serviceMonitor, "same", monitor("a")),
        byHand(.serviceMonitor, "other", monitor("b")),
      ],
      desired: [ours],
    )
    #expect(found == ["same": .choosesAgain])
  }

  @Test(
    arguments: [
      (["labels": ["fedctl.dev/fleet": "g"]], "kubectl-create"), ([:], "helm"),
      (["ownerReferences": [["kind": "X"]]], "kubectl-create"),
      (["labels": ["app.kubernetes.io/managed-by": "Helm"]], "kubectl-create"),
    ] as [(JSON, String)]
  )
  func `what is not a hand's own is nobody's leftover`(metadata: JSON, manager: String) throws {
    let secret = byHand(.secret, "config", ["metadata": metadata], by: manager)
    #expect(try found([secret], desired: [manifest(.configMap, "config")]) == [:])
  }

  @Test func `it is told, and goes after what takes its place where that is wanted`() throws {
    let (secret, object) = byHand(.secret, "config")
    var state = live()
    var snapshot = try #require(state.snapshot(of: hub))
    snapshot.neighbours = [secret: object]
    state.clusters[hub] = .reached(snapshot)
    let ours = [manifest(.configMap, "config"), manifest(.deployment, "d")]
    let told = try planning(ours, state)
    #expect(told[secret]?.action == Action.none)
    #expect(told[secret]?.notes == [.leftover(.becameConfigMap)])
    let removed = try planning(ours, state, settings: PlanSettings(removesLeftovers: true))
    #expect(removed[secret]?.action == .delete)
    let order = removed.changes.map(\.reference)
    let workload = try #require(order.firstIndex(of: ours[1].reference))
    #expect(try #require(order.firstIndex(of: secret)) > workload)
  }
}
