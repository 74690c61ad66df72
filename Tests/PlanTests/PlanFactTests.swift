import Facts
import JSON
import Objects
import Plan
import Testing

/// What a plan states is told by codes that never change and never mean two things.
struct PlanFactTests {
  private func codes<Code: FactCode>(_: Code.Type) -> [String] { Code.allCases.map(\.rawValue) }

  @Test func `every code of the plan is there once, as topic and fact`() {
    let all =
      codes(UnknownCluster.Code.self) + codes(TooEarly.Code.self) + codes(Note.Code.self)
      + codes(RenewalReason.Code.self) + codes(StayReason.Code.self) + codes(Obstacle.Code.self)
      + codes(UnreadableContent.Code.self) + codes(DependencyCycle.Code.self)
    #expect(Set(all).count == all.count)
    for code in all {
      #expect(code.wholeMatch(of: /[a-z]+\.[a-z]+(-[a-z]+)*/) != nil, "\(code)")
    }
  }

  @Test func `what cannot be tried yet says what is missing`() throws {
    let prometheus = manifest(.prometheus, "p")
    var unserved = live()
    guard case .reached(var snapshot)? = unserved.clusters[hub] else {
      Issue.record("the hub is not there")
      return
    }
    snapshot.notServed = [.prometheus]
    unserved.clusters[hub] = .reached(snapshot)
    #expect(reason(unserved, prometheus) == .kindNotServed(.prometheus))
    #expect(reason(live(missing: ["n"]), prometheus) == .missingNamespace("n"))
    #expect(reason(live(), prometheus) == nil)
  }

  private func reason(_ live: LiveState, _ manifest: Manifest) -> TooEarly? {
    if case .tooEarly(let reason) = live.question(about: live.desired(manifest)) {
      reason
    } else {
      nil
    }
  }

  @Test func `a kind that may not be read stands in the way of what is not seen`() throws {
    let config = manifest(.configMap, "c")
    var state = live()
    guard case .reached(var snapshot)? = state.clusters[hub] else {
      Issue.record("the hub is not there")
      return
    }
    let words = said(403, "configmaps is forbidden")
    snapshot.unreadable = [.configMap: words]
    state.clusters[hub] = .reached(snapshot)
    let change = try #require(planning([config], state)[config.reference])
    #expect(change.obstacles == [.unreadable(words)])
    #expect(change.obstacles.map(\.code) == [.unreadable])
  }

  @Test func `a kind that nothing brings is named`() throws {
    var state = live()
    guard case .reached(var snapshot)? = state.clusters[hub] else {
      Issue.record("the hub is not there")
      return
    }
    snapshot.notServed = [.prometheus]
    state.clusters[hub] = .reached(snapshot)
    let prometheus = manifest(.prometheus, "p")
    let alone = try planning([prometheus], state)
    #expect(alone[prometheus.reference]?.obstacles == [.missingKind(.prometheus)])
    let operatorToo = manifest(.subscription, "o", provides: [.prometheus])
    let both = try planning([prometheus, operatorToo], state)
    #expect(both[prometheus.reference]?.obstacles == [])
  }
}
