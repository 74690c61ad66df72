import JSON
import Testing

@testable import fedctl_sandbox

/// What a real API server of 1.36.2 says to writes of a status.
@Suite struct StatusTests {
  private let bench = Bench()
  private static let merging = "application/merge-patch+json"

  private static let statuses: [(Sample, JSON, [String])] = [
    (
      .deployment, ["replicas": -1],
      [
        "422", "status.availableReplicas", "status.readyReplicas", "status.replicas",
        "status.updatedReplicas",
      ],
    ),
    (.deployment, ["replicas": 1, "readyReplicas": 1, "availableReplicas": 1], ["200"]),
    (.deployment, ["updatedReplicas": 9], ["422", "status.updatedReplicas"]),
    (
      .deployment, ["replicas": 3, "readyReplicas": 1, "availableReplicas": 2],
      ["422", "status.availableReplicas"],
    ),
    (.deployment, ["observedGeneration": -1], ["422", "status.observedGeneration"]),
    (.deployment, ["conditions": [["type": "Bogus", "status": "Bogus"]]], ["200"]),
    (.deployment, ["replicas": "x"], ["422", "patch"]),
    (
      .deployment, ["conditions": [["type": "A", "status": "True", "lastTransitionTime": "x"]]],
      ["422", "patch"],
    ),
    (.statefulSet, ["currentReplicas": 5], ["422", "status.currentReplicas"]),
    (.statefulSet, ["collisionCount": -1], ["422", "status.collisionCount"]),
    (.job, ["ready": 5], ["422", "status.ready"]),
    (.job, ["completedIndexes": "0"], ["422", "status.completedIndexes"]),
    (
      .job, ["conditions": [["type": "Complete", "status": "True"]]],
      ["422", "status.completionTime", "status.conditions", "status.startTime"],
    ),
    (.autoscaler, ["desiredReplicas": -1], ["422", "status.desiredReplicas"]),
    (.budget, ["currentHealthy": -1], ["422", "status.currentHealthy"]),
    (
      .budget, ["conditions": [["type": "A b", "status": "Bogus"]]],
      [
        "422", "status.conditions[0].lastTransitionTime", "status.conditions[0].reason",
        "status.conditions[0].status", "status.conditions[0].type",
      ],
    ),
    (
      .service, ["loadBalancer": ["ingress": [["ip": "192.0.2.1"]]]],
      ["422", "status.loadBalancer.ingress"],
    ),
    (.claim, ["phase": "Bogus"], ["200"]),
    (.claim, ["capacity": ["storage": "-1"]], ["422", "status.capacity[storage]"]),
    (
      .claim, ["allocatedResourceStatuses": ["storage": "Bogus"]],
      ["422", "status.allocatedResourceStatuses"],
    ),
    (
      .prometheus, ["conditions": [["type": "Available", "status": "True"]]],
      ["422", "<nil>", "status.conditions[0].lastTransitionTime"],
    ),
    (.prometheus, ["shards": -1], ["422", ".status.shards"]),
  ]

  @Test(arguments: statuses)
  func `a status is merged`(sample: Sample, status: JSON, said: [String]) {
    let place = "\(sample.path)/\(sample.object.name)"
    _ = bench.apply(place, sample.object)
    let answer = bench.ask("PATCH", "\(place)/status", ["status": status], type: Self.merging)
    let fields = answer.causes.compactMap { $0.split(separator: " ").last.map { String($0) } }
    #expect(["\(answer.code)"] + fields.sorted() == said, "\(answer.message)")
  }

  @Test func `names are taken once, and their count does not fall`() {
    _ = bench.apply(Good.deployments, Good.deployment)
    let path = "\(Good.deployments)/status"
    for (count, code) in [(3, 200), (1, 422)] as [(JSON, Int)] {
      let body: JSON = ["status": ["collisionCount": count]]
      #expect(bench.ask("PATCH", path, body, type: Self.merging).code == code)
    }
  }

  @Test func `with a status go annotations, and no spec`() {
    _ = bench.apply(Good.deployments, Good.deployment)
    _ = bench.apply(Good.statefulSets, Good.statefulSet)
    let change: JSON = [
      "metadata": ["labels": ["x": "y"], "annotations": ["x": "y"]], "spec": ["replicas": 9],
    ]
    let own = bench.ask("PATCH", "\(Good.deployments)/status", change, type: Self.merging).json
    #expect(own.metadata["annotations"] == ["x": "y"] && own.metadata["labels"] == nil)
    #expect(own["spec"]?["replicas"] == 1)
    let other = bench.ask("PATCH", "\(Good.statefulSets)/status", change, type: Self.merging).json
    #expect(other.metadata["labels"] == ["x": "y"])
  }

  @Test func `a namespace is active until it goes`() {
    let path = "/api/v1/namespaces/team/status"
    for phase in ["Terminating", "Bogus"] as [JSON] {
      let answer = bench.ask("PATCH", path, ["status": ["phase": phase]], type: Self.merging)
      #expect(answer.causes == ["FieldValueInvalid status.Phase"])
    }
    #expect(bench.ask("GET", "/api/v1/namespaces/team/finalize").code == 405)
  }

  private static let entries: [(JSON, [String])] = [
    (["ip": "192.0.2.1"], ["200"]), (["ip": "x"], ["422", "ip"]),
    (["ip": "192.0.2.01"], ["422", "ip"]), (["hostname": "A_b"], ["422", "hostname"]),
    (["hostname": "192.0.2.1"], ["422", "hostname"]),
  ]

  @Test(arguments: entries)
  func `an Ingress is reached by addresses and names`(entry: JSON, said: [String]) {
    let place = "/apis/networking.k8s.io/v1/namespaces/team/ingresses/i"
    let backend: JSON = ["service": ["name": "v", "port": ["number": 80]]]
    let ingress: JSON = [
      "apiVersion": "networking.k8s.io/v1", "kind": "Ingress",
      "metadata": ["name": "i", "namespace": "team"], "spec": ["defaultBackend": backend],
    ]
    _ = bench.apply(place, ingress)
    let body: JSON = ["status": ["loadBalancer": ["ingress": [entry]]]]
    let answer = bench.ask("PATCH", "\(place)/status", body, type: Self.merging)
    let fields = answer.causes.compactMap { $0.split(separator: ".").last.map { String($0) } }
    #expect(["\(answer.code)"] + fields == said)
  }
}
