import Facts
import Objects
import Testing

@testable import Kubernetes

/// What an object that does not become ready is blamed on, beside what its cluster tells.
struct BlamingTests {
  private let object = ObjectReference(cluster: "hub", .deployment, namespace: "n", name: "o")

  private func error(_ cause: WaitCause?) -> WaitError {
    .notReady(object, after: .seconds(1), last: .unobserved, cause: cause)
  }

  @Test func `a pod that has run, or has no node, waits for no image`() {
    let said = Explanation(reason: "R", message: "m")
    #expect(error(nil).mayBeOfImages)
    #expect(error(.event(said)).mayBeOfImages)
    #expect(error(.pod("p", .waiting(container: "c", said))).mayBeOfImages)
    #expect(!error(.pod("p", .ended(container: "c", status: 1, said))).mayBeOfImages)
    #expect(!error(.pod("p", .unscheduled(said))).mayBeOfImages)
  }

  @Test func `what is missing comes before what is known besides`() throws {
    let supply = Supply(.secret, namespace: "n", name: "s", for: .keys(["k"]))
    let lack = Lack(of: supply, isThere: false)
    let event = WaitCause.event(Explanation(reason: "R"))
    guard case .notReady(_, _, _, let cause) = error(event).blaming(lack) else {
      Issue.record("it is another error now")
      return
    }
    #expect(cause == .lacks(lack, besides: event))
  }
}
