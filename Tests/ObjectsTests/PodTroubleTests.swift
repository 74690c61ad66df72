import JSON
import Objects
import Testing

/// Why a pod does not run, by what it tells.
@Suite struct PodTroubleTests {
  private func pod(_ status: JSON) -> JSON { ["kind": "Pod", "status": status] }

  @Test func `a pod that no node takes`() {
    let condition: JSON = [
      "type": "PodScheduled", "status": "False", "reason": "Unschedulable",
      "message": "0/3 nodes are available: 3 Insufficient memory.",
    ]
    #expect(
      pod(["phase": "Pending", "conditions": [condition]]).podTrouble
        == .unscheduled(
          Explanation(
            reason: "Unschedulable",
            message: "0/3 nodes are available: 3 Insufficient memory.",
          )
        )
    )
  }

  @Test func `an image that cannot be had, in the first container that waits`() {
    let waiting: JSON = ["reason": "ImagePullBackOff", "message": "Back-off pulling image a:1"]
    let status: JSON = [
      "phase": "Pending",
      "initContainerStatuses": [["name": "first", "state": ["waiting": waiting]]],
      "containerStatuses": [
        ["name": "main", "state": ["waiting": ["reason": "PodInitializing"]]]
      ],
    ]
    #expect(
      pod(status).podTrouble
        == .waiting(
          container: "first",
          Explanation(reason: "ImagePullBackOff", message: "Back-off pulling image a:1"),
        )
    )
  }

  @Test func `a container that ends again and again is told by its last end`() {
    let status: JSON = [
      "phase": "Running",
      "containerStatuses": [
        ["name": "proxy", "ready": true, "state": ["running": [:]]],
        [
          "name": "main", "ready": false,
          "state": ["waiting": ["reason": "CrashLoopBackOff", "message": "back-off 5m0s"]],
          "lastState": ["terminated": ["exitCode": 137, "reason": "OOMKilled"]],
        ],
      ],
    ]
    #expect(
      pod(status).podTrouble
        == .ended(container: "main", status: 137, Explanation(reason: "OOMKilled"))
    )
  }

  @Test func `a pod that was put out`() {
    #expect(
      pod(["phase": "Failed", "reason": "Evicted", "message": "low on disk"]).podTrouble
        == .failed(Explanation(reason: "Evicted", message: "low on disk"))
    )
  }

  @Test(
    arguments: [
      [:], ["phase": "Running", "containerStatuses": [["name": "a", "ready": true]]],
      ["containerStatuses": [["state": ["waiting": ["reason": "ContainerCreating"]]]]],
      ["containerStatuses": "none", "conditions": 7],
    ] as [JSON]
  )
  func `what works, has just begun or tells nothing has none`(status: JSON) {
    #expect(pod(status).podTrouble == nil)
  }
}
