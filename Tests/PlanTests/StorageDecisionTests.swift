import JSON
import Objects
import Testing

@testable import Plan

/// What becomes of volume claims that are there when the file asks for another size.
struct StorageDecisionTests {
  private func set(_ size: String) -> Manifest {
    let claim: JSON = ["resources": ["requests": ["storage": .string(size)]]]
    return manifest(
      .statefulSet,
      "s",
      ["spec": ["volumeClaimTemplates": [["metadata": ["name": "data"], "spec": claim]]]],
    )
  }

  private func state(
    _ claims: [String: String],
    live size: String? = nil,
    growable: Set<String> = ["fast"],
  ) -> LiveState {
    var state = live(size.map { [set($0).reference: set($0).applied] } ?? [:])
    guard var snapshot = state.snapshot(of: hub) else { return state }
    snapshot.storageClasses = StorageClasses(
      growable.map { ["metadata": ["name": .string($0)], "allowVolumeExpansion": true] }
    )
    for (name, size) in claims {
      snapshot.claims[reference(.persistentVolumeClaim, name)] = [
        "metadata": ["name": .string(name)],
        "spec": [
          "storageClassName": "fast", "resources": ["requests": ["storage": .string(size)]],
        ],
      ]
    }
    state.clusters[hub] = .reached(snapshot)
    return state
  }

  @Test func `each smaller claim grows, whatever the template says by now, and no other's`() {
    let claims = [
      "data-s-0": "50Gi", "data-s-1": "100Gi", "data-s-x": "1Gi", "data-other-0": "1Gi",
    ]
    let decision = state(claims, live: "100Gi").decideStorage(of: set("100Gi"))
    #expect(decision.growths.map(\.reference.name) == ["data-s-0"])
    #expect(decision.notes.isEmpty)
    #expect(decision.workload == set("100Gi"))
  }

  @Test func `sizes are compared as sizes`() {
    #expect(state(["data-s-0": "1Ti"]).decideStorage(of: set("1024Gi")).growths.isEmpty)
    #expect(state(["data-s-0": "1Ti"]).decideStorage(of: set("1024Gi")).notes.isEmpty)
  }

  @Test func `a volume that has not grown yet stays in sight, whatever becomes of the others`()
    throws
  {
    var state = state(["data-s-0": "100Gi", "data-s-1": "50Gi"], live: "100Gi")
    var snapshot = try #require(state.snapshot(of: hub))
    let slow = reference(.persistentVolumeClaim, "data-s-0")
    let capacity = FieldPath(keys: "status", "capacity", "storage")
    snapshot.claims[slow] = snapshot.claims[slow]?.setting(capacity, to: "50Gi")
    state.clusters[hub] = .reached(snapshot)
    let decision = state.decideStorage(of: set("100Gi"))
    #expect(decision.awaited.map(\.reference) == [slow])
    #expect(decision.growths.map(\.reference.name) == ["data-s-1"])
    #expect(state.decideStorage(of: set("50Gi")).awaited.map(\.reference) == [slow])
    // Asked for more, it is no longer what it was told before that counts.
    #expect(state.decideStorage(of: set("200Gi")).awaited.isEmpty)
  }

  @Test func `what a hand has set in a claim that grows stays its own`() throws {
    let claim = reference(.persistentVolumeClaim, "data-s-0")
    func asking(_ size: String, _ rest: JSON = [:]) -> Manifest {
      let spec: JSON = ["resources": ["requests": ["storage": .string(size)]]]
      return Manifest(claim, ["spec": spec.merging(rest)])
    }
    let restored = asking("50Gi", ["dataSource": ["name": "snapshot"]]).body
      .owned(by: "kubectl-create", "Update")
    let growth = asking("100Gi")
    let state = live([claim: restored])
    let grown = ServerAnswer.accepted(restored.merging(growth.body), conflicts: [])
    let change = try planning([growth], state, answers: [claim: grown])[claim]
    #expect(change?.differences.map(\.path.description) == ["spec.resources.requests.storage"])
    #expect(change?.isShared == true)
  }

  @Test func `where they cannot grow or shrink, the template stays as it is live`() {
    let fixed = state(["data-s-0": "50Gi"], live: "50Gi", growable: [])
      .decideStorage(of: set("100Gi"))
    let sizes = StorageSizes(now: "50Gi", wanted: "100Gi")
    #expect(fixed.notes == [.storageCannotGrow(sizes, storageClass: "fast")])
    #expect(fixed.workload == set("50Gi"))
    #expect(fixed.growths.isEmpty)
    let shrinking = state(["data-s-0": "50Gi"], live: "50Gi").decideStorage(of: set("20Gi"))
    #expect(
      shrinking.notes == [.storageCannotShrink(StorageSizes(now: "50Gi", wanted: "20Gi"))]
    )
    #expect(shrinking.workload == set("50Gi"))
  }

  @Test func `the operator's claims are named after their Prometheus`() {
    let claim: JSON = ["spec": ["resources": ["requests": ["storage": "9Gi"]]]]
    let prometheus = manifest(
      .prometheus,
      "p",
      ["spec": ["storage": ["volumeClaimTemplate": claim]]],
    )
    let name = "prometheus-p-db-prometheus-p-0"
    let decision = state([name: "3Gi"]).decideStorage(of: prometheus)
    #expect(decision.growths.map(\.reference.name) == [name])
  }
}
