import Facts
import Kubernetes
import Testing

@testable import Apply

/// What apply states is told by codes that never change and never mean two things.
struct ApplyFactTests {
  private func codes<Code: FactCode>(_: Code.Type) -> [String] { Code.allCases.map(\.rawValue) }

  @Test func `every code of apply is there once, as topic and fact`() {
    let all =
      codes(ApplyError.Code.self) + codes(FleetLease.Refusal.Code.self)
      + codes(FleetLease.Trouble.Code.self) + codes(WaitError.Code.self)
      + codes(KubernetesError.Code.self) + codes(CredentialError.Code.self)
      + codes(ContextError.Code.self)
    #expect(Set(all).count == all.count)
    for code in all {
      #expect(code.wholeMatch(of: /[a-z]+\.[a-z]+(-[a-z]+)*/) != nil, "\(code)")
    }
  }
}
