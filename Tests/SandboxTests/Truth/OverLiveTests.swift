import JSON
import Testing

@testable import fedctl_sandbox

/// What a real API server says to changes of what is there: identity, conflicts, and lists.
@Suite struct OverLiveTests {
  private static let facts: [Fact] = [
    (.put, .budget, [:], ["422", "Invalid metadata.resourceVersion"]),
    (.put, .autoscaler, [:], ["200"]),
    (.put, .configMap, ["metadata": ["uid": "x"]], ["409"]),
    (
      .merge, .configMap, ["metadata": ["uid": "x"]],
      ["422", "Invalid metadata.uid", "Invalid metadata.uid"],
    ),
    (
      .over, .configMap, ["metadata": ["uid": "x"]],
      ["422", "Invalid metadata.uid", "Invalid metadata.uid"],
    ),
    (
      .put, .configMap, ["metadata": ["deletionTimestamp": "2026-01-01T00:00:00Z"]],
      ["422", "Invalid metadata.deletionTimestamp", "Invalid metadata.deletionTimestamp"],
    ),
    (
      .put, .job, [:],
      [
        "422", "Invalid spec.selector", "Invalid spec.template",
        "Invalid spec.template.metadata.labels", "Invalid spec.template.metadata.labels",
        "Required spec.selector", "Required spec.selector",
      ],
    ),
    (
      .put, .configMap, ["metadata": ["generateName": "A_"]],
      ["422", "Invalid metadata.generateName"],
    ),
    (.over, .configMap, ["data": ["k": ""]], ["409", "FieldManagerConflict .data.k"]),
    (
      .over, .deployment, ["spec": ["replicas": 0]],
      ["409", "FieldManagerConflict .spec.replicas"],
    ),
    (
      .over, .deployment,
      podSpec([
        "containers": [
          [
            "name": "c", "image": "example.com/i:1",
            "env": [
              ["name": "P", "valueFrom": ["fieldRef": ["fieldPath": "metadata.name"]]]
            ],
          ]
        ]
      ]), ["200"],
    ),
    (.over, .deployment, podSpec(["restartPolicy": ""]), ["200"]),
    (
      .over, .service, ["spec": ["ports": [["name": "", "port": 80, "targetPort": "http"]]]],
      ["409", "FieldManagerConflict .spec.ports[port=80,protocol=\"TCP\"].name"],
    ),
    (
      .over, .deployment, ["metadata": ["name": "other"], "spec": ["replicas": 2]],
      ["409", "FieldManagerConflict .spec.replicas"],
    ),
    (.json, .configMap, [["op": "replace", "path": "/data/new", "value": "x"]], ["200"]),
    (.json, .configMap, [["op": "replace", "path": "/nothing/new", "value": "x"]], ["422"]),
    (
      .strategic, .service,
      ["spec": ["ports": [["port": 81, "name": "a"], ["port": 81, "name": "b"]]]], ["200"],
    ),
    (
      .strategic, .deployment,
      podSpec(["hostAliases": [["hostnames": ["a"]]]]),
      ["422", "Invalid ~hostAliases[0].ip"],
    ),
  ]

  @Test(arguments: facts.indices)
  func `a change of what is there`(number: Int) {
    let fact = Self.facts[number]
    #expect(Bench().said(to: fact) == fact.said, "\(fact.change.text())")
  }
}
