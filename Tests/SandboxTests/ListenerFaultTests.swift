import TestSupport
import Testing

@Suite(.waitsForPrograms) struct ListenerFaultTests {
  @Test func `nobody listens for a while, and then at the same port`() throws {
    let sandbox = try RunningSandbox("--fault", "resource=secrets,count=1,refuse=1")
    #expect(try sandbox.kubectl("get", "secrets", "--request-timeout=5s").status != 0)
    var answer = try sandbox.kubectl("get", "namespaces")
    for _ in 0..<100 where answer.status != 0 { answer = try sandbox.kubectl("get", "namespaces") }
    #expect(answer.status == 0)
  }

  @Test func `a request hangs, and others do not`() throws {
    let sandbox = try RunningSandbox("--fault", "resource=secrets,hang")
    let hung = try sandbox.kubectl("get", "secrets", "--request-timeout=1s")
    #expect(hung.status != 0)
    #expect(try sandbox.kubectl("get", "namespaces").status == 0)
  }

  @Test func `a clock that is off shows in what the server writes`() throws {
    let sandbox = try RunningSandbox("--fault", "context=hub,skew=-86400")
    try sandbox.kubectl("create", "configmap", "c")
    let age = try sandbox.kubectl("get", "configmap", "c", "--no-headers").output
    #expect(age.contains("24h"))
  }
}
