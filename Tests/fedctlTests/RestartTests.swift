import TestSupport
import Testing

/// API servers that start again, refuse or fall silent while fedctl works on them.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct RestartTests {
  @Test(arguments: [
    "after=150,count=1,refuse=3", "context=cluster1,verb=patch,after=5,count=1,restart",
  ])
  func `an API server that starts again during an apply fails no object`(_ fault: String) throws {
    let sandbox = try Sandbox("--fault", fault)
    let outcome = try sandbox.fedctl("apply", "--yes")
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(!outcome.stderr.contains("failed: "))
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode").status == 0)
  }

  @Test func `who is waited for while nobody listens is told, and when they are back`() throws {
    let sandbox = try Sandbox("--fault", "after=150,count=1,refuse=4")
    let outcome = try sandbox.fedctl("apply", "--yes", "--wait-timeout", "20m")
    #expect(outcome.status == 0, "\(outcome.stdout)\(outcome.stderr)")
    let waiting = outcome.stderr.split(separator: "\n").filter { $0.contains(": waiting for http") }
    #expect(!waiting.isEmpty)
    #expect(
      waiting.allSatisfy {
        $0.hasSuffix(" s: the connection was refused; is the server running there?")
      }
    )
    #expect(outcome.stderr.contains(": answers again\n"))
  }

  @Test func `a cluster that never answers is unknown after the time for a first answer`() throws {
    let sandbox = try Sandbox("--fault", "context=cluster2,hang")
    let outcome = try sandbox.fedctl("plan", "--request-timeout", "15s")
    #expect(outcome.status == 3)
    #expect(outcome.stderr.hasPrefix("cluster2: waiting for http://"))
    #expect(outcome.stderr.contains("which has not answered for 5 s\n"))
    #expect(outcome.stdout.contains("cluster2  context cluster2  UNKNOWN: no answer in time"))
  }

  @Test func `an object whose answer never comes fails after the time to wait, and no other does`()
    throws
  {
    let sandbox = try Sandbox(
      "--fault",
      "context=hub,verb=patch,resource=services,name=grafana,hang",
    )
    // The plan's dry run hangs too; a real apply of it is what is looked at.
    let outcome = try sandbox.fedctl("apply", "--yes", "--wait-timeout", "11s")
    #expect(outcome.status == 3)
    #expect(outcome.stderr.contains("hub: waiting for http://"))
  }
}
