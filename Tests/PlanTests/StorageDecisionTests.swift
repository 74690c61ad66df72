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
    snapshot.growableClasses = growable
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
