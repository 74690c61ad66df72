import JSON
import Testing

@testable import fedctl_sandbox

@Suite struct ChangeTests {
  private let bench = Bench()

  private func change(_ path: String, _ object: JSON, by patch: JSON) -> Answer {
    #expect(bench.apply(path, object).code == 201)
    return bench.apply(path, mergePatched(object, patch))
  }

  @Test(
    arguments: [
      (["serviceName": "o"], ["422", "FieldValueForbidden spec"]), (["replicas": 3], ["200"]),
      (["minReadySeconds": 5], ["200"]),
      (["podManagementPolicy": "Parallel"], ["422", "FieldValueForbidden spec"]),
    ] as [(JSON, [String])]
  )
  func `of a StatefulSet some fields may change`(spec: JSON, expected: [String]) {
    let answer = change(Good.statefulSets, Good.statefulSet, by: ["spec": spec])
    #expect(answer.summary == expected)
  }

  @Test func `a Service keeps its address`() {
    let answer = change(Good.services, Good.service, by: ["spec": ["clusterIP": "None"]])
    #expect(answer.summary == ["422", "FieldValueInvalid spec.clusterIPs[0]"])
  }

  @Test func `what is immutable stays so`() {
    let frozen = mergePatched(Good.configMap, ["immutable": true])
    let answer = change(Good.configMaps, frozen, by: ["data": ["k": "w"]])
    #expect(answer.summary == ["422", "FieldValueForbidden data"])
  }

  @Test func `a load balancer that becomes a plain Service lets its ports go`() {
    let balanced = mergePatched(Good.service, ["spec": ["type": "LoadBalancer"]])
    let answer = change(Good.services, balanced, by: ["spec": ["type": "ClusterIP"]])
    #expect(answer.code == 200)
    #expect(answer.json["spec"]?["externalTrafficPolicy"] == nil)
    #expect(answer.json["spec"]?["allocateLoadBalancerNodePorts"] == nil)
    #expect(answer.json["spec"]?["ports"]?[0]?["nodePort"] == nil)
  }

  @Test func `a port that somebody else renumbered is not mended by applying the old one`() {
    _ = bench.apply(Good.services, Good.service)
    let patch: JSON = [["op": "replace", "path": "/spec/ports/0/port", "value": 4242]]
    let path = "\(Good.services)?fieldManager=kubectl-patch"
    #expect(bench.ask("PATCH", path, patch, type: "application/json-patch+json").code == 200)
    #expect(
      bench.apply(Good.services, Good.service, "&force=true").summary
        == ["422", "FieldValueDuplicate spec.ports[1].name"]
    )
  }

  @Test func `who drops the last field is an owner no more, and nothing is noted after that`() {
    _ = bench.apply(Good.configMaps, Good.configMap)
    let empty: JSON = ["apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "c"]]
    #expect(bench.apply(Good.configMaps, empty).json["metadata"]?["managedFields"] == nil)
    let put = bench.ask("PUT", "\(Good.configMaps)?fieldManager=b", Good.configMap)
    #expect(put.json["metadata"]?["managedFields"] == nil)
    let other = mergePatched(Good.configMap, ["data": ["k": "w"]])
    #expect(
      bench.apply(Good.configMaps, other).message
        == #"Apply failed with 1 conflict: conflict with "before-first-apply" using v1: .data.k"#
    )
  }

  @Test func `scale is a part of a workload with an owner of its own`() {
    _ = bench.apply(Good.deployments, Good.deployment)
    let path = "\(Good.deployments)/scale"
    let answer = bench.ask(
      "PATCH",
      "\(path)?fieldManager=b",
      ["spec": ["replicas": 4]],
      type: "application/merge-patch+json",
    )
    #expect(answer.json["kind"] == "Scale")
    #expect(answer.json["spec"] == ["replicas": 4])
    #expect(
      bench.apply(Good.deployments, Good.deployment).message
        == #"Apply failed with 1 conflict: conflict with "b" with subresource "scale" using apps/v1"#
        + ": .spec.replicas"
    )
    let negative: JSON = ["metadata": ["name": "d"], "spec": ["replicas": -1]]
    #expect(
      bench.ask("PUT", path, negative).summary == ["422", "FieldValueInvalid spec.replicas"]
    )
  }

  @Test func `a strategic patch puts new elements before those that it does not name`() {
    _ = bench.apply(Good.services, Good.service)
    let answer = bench.ask(
      "PATCH",
      Good.services,
      ["spec": ["ports": [["name": "more", "port": 9999]]]],
      type: "application/strategic-merge-patch+json",
    )
    #expect(answer.json["spec"]?["ports"]?[0]?["name"] == "more")
    #expect(answer.json["spec"]?["ports"]?[1]?["name"] == "http")
  }

  @Test func `annotations count as a change of what a Deployment is to be`() {
    let answer = change(
      Good.deployments,
      Good.deployment,
      by: ["metadata": ["annotations": ["a": "b"]]],
    )
    #expect(answer.json["metadata"]?["generation"] == 2)
  }
}
