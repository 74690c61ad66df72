import Objects
import Testing

@testable import fedctl

struct ReadinessWordsTests {
  private let words: [(ReadinessReason, String)] = [
    (.absent, "does not exist"),
    (.replicas(.available, have: 1, of: 2), "1 of 2 replicas are available"),
    (.nodes(.updated, have: 2, of: 3), "2 of 3 nodes have the newest pod"),
    (.oldReplicas(2), "2 old replicas are still running"),
    (
      .installing(phase: "Failed", Explanation(reason: "InstallCheckFailed", message: "no pods")),
      "phase Failed: InstallCheckFailed: no pods",
    ),
    (.installing(phase: "Pending", Explanation()), "phase Pending"),
    (
      .noAddress(ingressClass: nil),
      "the controller of its class, default, has given it no address yet",
    ),
    (.terminating, "is being deleted: apply again when it has gone"),
    (
      .lingering(.finalizers(["a/one", "b/two"])),
      "is being deleted, and waits for whoever sets a/one, b/two",
    ),
    (.lingering(.content(["pods. has 1 left"])), "is being deleted: pods. has 1 left"),
  ]

  @Test func `a reason is told as it follows the object's name`() {
    for (reason, text) in words { #expect(reason.words == text) }
  }
}
