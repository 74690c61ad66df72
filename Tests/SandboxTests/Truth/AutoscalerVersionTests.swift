import JSON
import Testing

@testable import fedctl_sandbox

/// An autoscaler in both of its versions, as a real API server of 1.36.2 has it.
@Suite struct AutoscalerVersionTests {
  private let bench = Bench()
  private static let older = "/apis/autoscaling/v1/namespaces/team/horizontalpodautoscalers"
  private static let newer = "/apis/autoscaling/v2/namespaces/team/horizontalpodautoscalers"
  private static let merging = "application/merge-patch+json"
  private static let spec: JSON = [
    "scaleTargetRef": ["apiVersion": "apps/v1", "kind": "Deployment", "name": "d"],
    "maxReplicas": 5, "targetCPUUtilizationPercentage": 70,
  ]
  private static let autoscaler: JSON = [
    "apiVersion": "autoscaling/v1", "kind": "HorizontalPodAutoscaler", "metadata": ["name": "a"],
    "spec": spec,
  ]

  /// The fields that a manager has, by version.
  private func fields(of manager: String) -> [String: JSON] {
    let owners = bench.ask("GET", "\(Self.newer)/a").json.fieldOwners
    return Dictionary(
      owners.filter { $0.manager == manager }.map { ($0.apiVersion, $0.fields.fieldsV1) }
    ) { first, _ in first }
  }

  @Test func `who makes one in the older version has its fields by that`() {
    let made = bench.ask("POST", "\(Self.older)?fieldManager=k", Self.autoscaler)
    #expect(made.json["spec"]?["targetCPUUtilizationPercentage"] == 70)
    #expect(made.json["apiVersion"] == "autoscaling/v1")
    let now = bench.ask("GET", "\(Self.newer)/a").json
    let target: JSON = ["type": "Utilization", "averageUtilization": 70]
    #expect(
      now["spec"]?["metrics"]
        == [["type": "Resource", "resource": ["name": "cpu", "target": target]]]
    )
    let own: JSON = [
      "f:maxReplicas": [:], "f:minReplicas": [:], "f:scaleTargetRef": [:],
      "f:targetCPUUtilizationPercentage": [:],
    ]
    #expect(fields(of: "k") == ["autoscaling/v1": ["f:spec": own]])
  }

  @Test func `a change in one version is taken from who has it in the other`() {
    _ = bench.ask("POST", "\(Self.older)?fieldManager=k", Self.autoscaler)
    let place = "\(Self.older)/a?fieldManager=p"
    let share: JSON = ["spec": ["targetCPUUtilizationPercentage": 33]]
    #expect(bench.ask("PATCH", place, share, type: Self.merging).code == 200)
    let most: JSON = ["spec": ["maxReplicas": 9]]
    _ = bench.ask("PATCH", "\(Self.newer)/a?fieldManager=p", most, type: Self.merging)
    #expect(
      fields(of: "p") == [
        "autoscaling/v1": ["f:spec": ["f:targetCPUUtilizationPercentage": [:]]],
        "autoscaling/v2": ["f:spec": ["f:maxReplicas": [:]]],
      ]
    )
    #expect(
      fields(of: "k")
        == ["autoscaling/v1": ["f:spec": ["f:minReplicas": [:], "f:scaleTargetRef": [:]]]]
    )
    let metrics = bench.ask("GET", "\(Self.newer)/a").json["spec"]?["metrics"]
    #expect(metrics?[0]?["resource"]?["target"]?["averageUtilization"] == 33)
  }

  @Test func `what the older version has no place for stands in annotations`() {
    let pods: JSON = [
      "type": "Pods",
      "pods": ["metric": ["name": "m"], "target": ["type": "AverageValue", "averageValue": "5"]],
    ]
    let object = mergePatched(
      Self.autoscaler,
      [
        "apiVersion": "autoscaling/v2",
        "spec": [
          "targetCPUUtilizationPercentage": .null, "metrics": [pods],
          "behavior": ["scaleDown": ["stabilizationWindowSeconds": 60]],
        ],
      ],
    )
    let made = bench.ask("POST", Self.newer, object)
    #expect(made.code == 201, "\(made.message)")
    let old = bench.ask("GET", "\(Self.older)/a").json
    let notes = old.metadata["annotations"]
    #expect(
      notes?["autoscaling.alpha.kubernetes.io/metrics"]
        == #"[{"type":"Pods","pods":{"metricName":"m","targetAverageValue":"5"}}]"#
    )
    #expect(
      notes?["autoscaling.alpha.kubernetes.io/behavior"]?.stringValue?
        .contains(#""ScaleDown":{"StabilizationWindowSeconds":60,"SelectPolicy":"Max""#) == true
    )
    // What comes back so is what there was.
    let back = bench.ask("PUT", "\(Self.older)/a", old)
    #expect(back.code == 200, "\(back.message)")
    #expect(bench.ask("GET", "\(Self.newer)/a").json["spec"] == made.json["spec"])
  }

  @Test func `rules speak of the newer version`() {
    let bad = mergePatched(Self.autoscaler, ["spec": ["targetCPUUtilizationPercentage": 0]])
    #expect(
      bench.ask("POST", Self.older, bad).causes
        == ["FieldValueInvalid spec.metrics[0].resource.target.averageUtilization"]
    )
    let unknown = mergePatched(Self.autoscaler, ["spec": ["metrics": []]])
    #expect(bench.ask("POST", Self.older, unknown).warnings == [#"unknown field "spec.metrics""#])
    let list = bench.ask("GET", Self.older).json["items"]?[0]?["spec"]
    #expect(list?["targetCPUUtilizationPercentage"] == 70 && list?["metrics"] == nil)
  }
}
