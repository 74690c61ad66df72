import JSON
import Testing

@testable import fedctl_sandbox

/// Workloads whose pods refer to what is not there: nothing runs until it is.
@Suite struct WaitingWorkloadTests {
  private let bench = Bench()

  /// What the pods of a Deployment refer to, the part that has it, and what is said while it is missing.
  struct Case: Sendable, CustomTestStringConvertible {
    let pod: JSON
    let path: String
    let part: JSON
    let reason: String
    let message: String

    var testDescription: String { message }
  }

  static let secrets = "/api/v1/namespaces/team/secrets"
  static let configMaps = "/api/v1/namespaces/team/configmaps"

  static func container(_ more: JSON) -> JSON {
    mergePatched(["name": "c", "image": "i"], more)
  }

  static func volume(_ more: JSON) -> JSON {
    ["volumes": [mergePatched(["name": "v"], more)]]
  }

  static let cases = [
    Case(
      pod: volume(["secret": ["secretName": "tls"]]),
      path: "\(secrets)/tls",
      part: ["apiVersion": "v1", "kind": "Secret", "metadata": ["name": "tls"]],
      reason: "FailedMount",
      message: #"MountVolume.SetUp failed for volume "v" : secret "tls" not found"#,
    ),
    Case(
      pod: volume(["configMap": ["name": "rules", "items": [["key": "a", "path": "a"]]]]),
      path: "\(configMaps)/rules",
      part: [
        "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "rules"], "data": ["a": "b"],
      ],
      reason: "FailedMount",
      message: #"MountVolume.SetUp failed for volume "v" : configmap "rules" not found"#,
    ),
    Case(
      pod: volume(["projected": ["sources": [["secret": ["name": "tls"]]]]]),
      path: "\(secrets)/tls",
      part: ["apiVersion": "v1", "kind": "Secret", "metadata": ["name": "tls"]],
      reason: "FailedMount",
      message: #"MountVolume.SetUp failed for volume "v" : secret "tls" not found"#,
    ),
    Case(
      pod: [
        "containers": [
          container([
            "env": [["name": "A", "valueFrom": ["secretKeyRef": ["name": "s", "key": "k"]]]]
          ])
        ]
      ],
      path: "\(secrets)/s",
      part: [
        "apiVersion": "v1", "kind": "Secret", "metadata": ["name": "s"], "data": ["k": "dg=="],
      ],
      reason: "Failed",
      message: #"Error: secret "s" not found"#,
    ),
    Case(
      pod: ["serviceAccountName": "robot"],
      path: "/api/v1/namespaces/team/serviceaccounts/robot",
      part: ["apiVersion": "v1", "kind": "ServiceAccount", "metadata": ["name": "robot"]],
      reason: "FailedCreate",
      message:
        #"Error creating: pods "d-" is forbidden: error looking up service account team/robot: "#
        + #"serviceaccount "robot" not found"#,
    ),
  ]

  /// Applies a Deployment of these pods; its status once the controllers have settled.
  private func status(of pod: JSON) -> JSON {
    let part: JSON = ["spec": ["template": ["spec": pod]]]
    let deployment = mergePatched(Good.deployment, part)
    #expect([200, 201].contains(bench.apply(Good.deployments, deployment).code))
    bench.settle()
    return status
  }

  private var status: JSON { bench.ask("GET", Good.deployments).json["status"] ?? [:] }

  private var complaints: [JSON] {
    bench.ask("GET", "/api/v1/namespaces/team/events").json["items"]?.arrayValue ?? []
  }

  @Test(arguments: cases) func `pods wait for what they refer to, and start once it is there`(
    _ missing: Case
  ) {
    let waiting = status(of: missing.pod)
    #expect(waiting["availableReplicas"] == nil)
    #expect(waiting["conditions"]?[0]?["reason"] == "MinimumReplicasUnavailable")
    #expect(complaints.map { $0["message"] } == [.string(missing.message)])
    #expect(complaints.map { $0["reason"] } == [.string(missing.reason)])
    #expect(bench.apply(missing.path, missing.part).code == 201)
    bench.settle()
    #expect(status["availableReplicas"] == status["replicas"])
    #expect(status["unavailableReplicas"] == nil)
  }

  @Test func `a key that is missing is waited for as the whole is`() {
    let empty: JSON = ["apiVersion": "v1", "kind": "Secret", "metadata": ["name": "s"]]
    #expect(bench.apply("\(Self.secrets)/s", empty).code == 201)
    let items: JSON = [["key": "k", "path": "k"]]
    let waiting = status(of: Self.volume(["secret": ["secretName": "s", "items": items]]))
    #expect(waiting["availableReplicas"] == nil)
    let message =
      #"MountVolume.SetUp failed for volume "v" : references non-existent secret key: k"#
    #expect(complaints.map { $0["message"] } == [.string(message)])
  }

  @Test func `what may be absent is not waited for`() {
    let optional: JSON = ["secret": ["secretName": "tls", "optional": true]]
    #expect(status(of: Self.volume(optional))["availableReplicas"] != nil)
    #expect(complaints.isEmpty)
  }

  @Test func `pods of before stay until new ones can start`() {
    #expect(status(of: [:])["availableReplicas"] == 1)
    let waiting = status(of: Self.volume(["secret": ["secretName": "tls"]]))
    #expect(waiting["availableReplicas"] == 1)
    #expect(waiting["replicas"] == 2)
    #expect(waiting["updatedReplicas"] == 1)
    #expect(waiting["conditions"]?[0]?["status"] == "True")
  }
}
