import Testing

@testable import fedctl_sandbox

@Suite struct FaultTests {
  private func request(_ method: String, _ path: String) -> Action {
    Action(
      APIRequest(
        method: method,
        context: "hub",
        path: path.split(separator: "/").map { String($0) },
        target: path,
        query: Query(""),
        accept: "",
        contentType: "",
        userAgent: "",
        bearerToken: nil,
        body: [],
      ),
      builtInResources,
    )
  }

  @Test func `after, every and count say which requests fail`() throws {
    let plan = FaultPlan([
      try Fault("verb=list,resource=secrets,after=1,every=2,count=2,status=429")
    ])
    let list = request("GET", "/api/v1/secrets")
    let effects = (0..<8).map { _ in plan.fault(on: list)?.effect }
    #expect(effects == [nil, nil, .status(429), nil, .status(429), nil, nil, nil])
  }

  @Test func `a fault lets what it does not name alone`() throws {
    let plan = FaultPlan([try Fault("context=hub,verb=patch,resource=deployments,drop")])
    #expect(plan.fault(on: request("GET", "/apis/apps/v1/deployments")) == nil)
    let patch = request("PATCH", "/apis/apps/v1/namespaces/a/deployments/b")
    #expect(plan.fault(on: patch)?.effect == .drop)
  }

  @Test func `an unreadable fault is refused with its word`() {
    let error = #expect(throws: Fault.Unreadable.self) { try Fault("verb=list,staus=500") }
    #expect(error?.word == "staus=500")
  }
}
