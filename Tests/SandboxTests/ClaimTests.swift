import JSON
import Testing

@testable import fedctl_sandbox

/// The claims of StatefulSets, beside what a real controller and API server of 1.36 did.
@Suite struct ClaimTests {
  private static let claims = "/api/v1/namespaces/team/persistentvolumeclaims"
  private let bench = Bench()

  /// A StatefulSet with one claim a pod, and what the controllers make of it.
  private func applySet(_ spec: JSON = [:], storageClass: JSON = "gp3") {
    let template: JSON = [
      "metadata": ["name": "data", "labels": ["role": "disk"], "annotations": ["a": "b"]],
      "spec": [
        "accessModes": ["ReadWriteOnce"], "storageClassName": storageClass,
        "resources": ["requests": ["storage": "1Gi"]],
      ],
    ]
    let claims: JSON = ["spec": ["replicas": 2, "volumeClaimTemplates": [template]]]
    let set = mergePatched(mergePatched(Good.statefulSet, claims), ["spec": spec])
    #expect([200, 201].contains(bench.apply(Good.statefulSets, set).code))
    bench.settle()
  }

  private func claim(_ name: String) -> JSON { bench.ask("GET", "\(Self.claims)/\(name)").json }

  private var names: [String] {
    (bench.ask("GET", Self.claims).json["items"]?.arrayValue ?? []).map(\.name)
  }

  /// Asks for another size.
  private func resize(_ name: String, to size: JSON) -> Answer {
    bench.ask(
      "PATCH",
      "\(Self.claims)/\(name)",
      ["spec": ["resources": ["requests": ["storage": size]]]],
      type: "application/merge-patch+json",
    )
  }

  @Test func `each pod has a claim of its own, bound, with the labels that pods are found by`() {
    applySet()
    #expect(names == ["data-s-0", "data-s-1"])
    let claim = claim("data-s-0")
    #expect(claim.metadata["labels"] == ["app": "x", "role": "disk"])
    #expect(claim.metadata["annotations"] == ["a": "b"])
    #expect(claim.metadata["ownerReferences"] == nil)
    #expect(claim["status"]?["phase"] == "Bound")
    #expect(claim["status"]?["capacity"] == ["storage": "1Gi"])
  }

  @Test func `claims stay when pods go, and when the set goes`() {
    applySet()
    applySet(["replicas": 1])
    #expect(names == ["data-s-0", "data-s-1"])
    _ = bench.ask("DELETE", Good.statefulSets)
    bench.settle()
    #expect(names == ["data-s-0", "data-s-1"])
  }

  @Test func `the retention policy lets claims go with their pods or their set`() {
    applySet(["persistentVolumeClaimRetentionPolicy": ["whenScaled": "Delete"]])
    applySet(["replicas": 1, "persistentVolumeClaimRetentionPolicy": ["whenScaled": "Delete"]])
    #expect(names == ["data-s-0"])
    applySet(["replicas": 1, "persistentVolumeClaimRetentionPolicy": ["whenDeleted": "Delete"]])
    #expect(claim("data-s-0").metadata["ownerReferences"]?[0]?["kind"] == "StatefulSet")
    _ = bench.ask("DELETE", Good.statefulSets)
    bench.settle()
    #expect(names == [])
  }

  @Test func `a claim grows where its class allows it`() {
    applySet()
    #expect(resize("data-s-0", to: "2Gi").code == 200)
    bench.settle(isReady: false)
    #expect(claim("data-s-0")["status"]?["capacity"] == ["storage": "1Gi"])
    #expect(claim("data-s-0")["status"]?["conditions"]?[0]?["type"] == "Resizing")
    bench.settle()
    #expect(claim("data-s-0")["status"]?["capacity"] == ["storage": "2Gi"])
    #expect(claim("data-s-0")["status"]?["conditions"] == nil)
    #expect(claim("data-s-1")["status"]?["capacity"] == ["storage": "1Gi"])
  }

  @Test(arguments: ["fixed", "nowhere", ""])
  func `a claim does not grow where its class does not say so`(name: String) {
    applySet(storageClass: .string(name))
    let answer = resize("data-s-0", to: "2Gi")
    #expect(answer.code == 403)
    #expect(
      answer.message == "persistentvolumeclaims \"data-s-0\" is forbidden: only dynamically "
        + "provisioned pvc can be resized and the storageclass that provisions the pvc must support "
        + "resize"
    )
  }

  @Test func `what was asked for in vain may be taken back, but no volume shrinks`() {
    applySet()
    let shrinking = ["422", "FieldValueForbidden spec.resources.requests.storage"]
    #expect(resize("data-s-0", to: "500Mi").summary == shrinking)
    #expect(resize("data-s-0", to: "3Gi").code == 200)
    #expect(resize("data-s-0", to: "2Gi").code == 200)
    #expect(resize("data-s-0", to: "1Gi").summary == shrinking)
  }

  @Test func `a claim that is not bound keeps its size`() {
    let claim: JSON = [
      "apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": ["name": "lone"],
      "spec": [
        "accessModes": ["ReadWriteOnce"], "storageClassName": "gp3",
        "resources": ["requests": ["storage": "2Gi"]],
      ],
    ]
    #expect(bench.apply("\(Self.claims)/lone", claim).code == 201)
    bench.settle()
    #expect(resize("lone", to: "3Gi").summary == ["422", "FieldValueForbidden spec"])
    #expect(resize("lone", to: "1Gi").summary == ["422", "FieldValueForbidden spec"])
  }

  @Test(
    arguments: [
      ([:], ["201"]), (["provisioner": ""], ["422", "FieldValueRequired provisioner"]),
      (["reclaimPolicy": "Recycle"], ["422", "FieldValueNotSupported reclaimPolicy"]),
      (["volumeBindingMode": ""], ["422", "FieldValueNotSupported volumeBindingMode"]),
      (["parameters": ["": "x"]], ["422", "FieldValueInvalid parameters"]),
      (["provisioner": "a/b/c"], ["422", "FieldValueInvalid provisioner"]),
    ] as [(JSON, [String])]
  )
  func `a class says who makes volumes and how`(patch: JSON, expected: [String]) {
    let good: JSON = [
      "apiVersion": "storage.k8s.io/v1", "kind": "StorageClass", "metadata": ["name": "new"],
      "provisioner": "example.com/disk",
    ]
    let path = "/apis/storage.k8s.io/v1/storageclasses"
    #expect(bench.ask("POST", path, mergePatched(good, patch)).summary == expected)
  }

  @Test func `of a class little may change`() {
    let path = "/apis/storage.k8s.io/v1/storageclasses/fixed"
    let type = "application/merge-patch+json"
    #expect(bench.ask("PATCH", path, ["allowVolumeExpansion": true], type: type).code == 200)
    #expect(
      bench.ask("PATCH", path, ["provisioner": "a/b", "reclaimPolicy": "Retain"], type: type)
        .summary
        == ["422", "FieldValueInvalid provisioner", "FieldValueInvalid reclaimPolicy"]
    )
  }
}
