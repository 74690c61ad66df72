import TestSupport
import Testing

/// `fedctl status --watch`: a fleet that is looked at again and again.
@Suite(.waitsForPrograms)
struct StatusWatchTests {
  @Test(.enabled(if: Sandbox.hasKubectl, "kubectl makes the change"))
  func `what changes is told once more, with the time`() throws {
    let sandbox = try Sandbox.withFleet()
    var isTold = false
    let outcome = try Fedctl("status", "--watch").against(sandbox, fleet: ExampleFleet.text)
      .interrupted { told in
        if told.contains("objects ready"), !isTold {
          isTold = true
          _ = try? sandbox.kubectl("hub", "-n", "thanos", "delete", "deployment", "grafana")
        }
        return told.contains("Deployment thanos/grafana: does not exist")
      }
      .run()
    #expect(outcome.stdout.hasPrefix("Fleet edge-metrics:\n"))
    #expect(outcome.stdout.split(separator: "\nAfter ").count == 2, "\(outcome.stdout)")
  }

  @Test func `it has no end, so that it is no report for programs`() throws {
    let outcome = try Fedctl("status", "--watch", "-o", "json").file(ExampleFleet.text).run()
    #expect(outcome.status == 64)
    #expect(outcome.stdout == "")
  }
}
