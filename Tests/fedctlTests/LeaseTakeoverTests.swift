import Foundation
import TestSupport
import Testing

/// Two real processes and one lease.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct LeaseTakeoverTests {
  private static let lease = "lease/fedctl-edge-metrics"

  /// Work that blocks, on a thread of its own.
  private func background<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
    }
  }

  private func holder(of sandbox: Sandbox) throws -> String {
    try sandbox.field("hub", Self.lease, ".spec.holderIdentity")
  }

  /// Waits until somebody has the lease.
  private func waitForHolder(of sandbox: Sandbox) async throws {
    while try holder(of: sandbox).isEmpty { try await Task.sleep(for: .milliseconds(50)) }
  }

  @Test(.timeLimit(.minutes(60)), arguments: ["apply", "teardown"])
  func `an apply whose lease another run has taken over stops and says so`(command: String)
    async throws
  {
    // Its Routes are never admitted, so that it is still at work.
    let sandbox = try Sandbox("--fault", "context=hub,resource=routes,never-admit")
    async let first = background {
      try sandbox.fedctl("apply", "--yes", "--wait-timeout", "20m")
    }
    try await waitForHolder(of: sandbox)
    let refused = try await background { try sandbox.fedctl(command, "--yes") }
    #expect(refused.status == 1)
    #expect(refused.stderr.contains(" is working on this fleet, until "))
    #expect(!refused.stderr.contains("("))
    // As if it had not been renewed for long: its holder was suspended.
    let old = #"{"spec":{"renewTime":"2020-01-01T00:00:00.000000Z"}}"#
    // Of an apply nothing comes, with such Routes.
    let patience = command == "apply" ? "30s" : "20m"
    var second = refused
    // Until it comes before the holder renews it again.
    while second.status == 1 {
      try sandbox.kubectl("hub", "-n", "thanos", "patch", Self.lease, "--type", "merge", "-p", old)
      second = try await background {
        try sandbox.fedctl(command, "--yes", "--wait-timeout", patience)
      }
    }
    #expect(second.status == (command == "apply" ? 3 : 0), "\(second.stderr)")
    let stopped = try await first
    #expect(stopped.status == 3)
    #expect(stopped.stderr.contains("stopping: "), "\(stopped.stderr)")
    try sandbox.setFaults()
    for context in ["hub", "cluster1", "cluster2"] {
      try sandbox.kubectl(context, "delete", "routes", "-A", "--all")
    }
    #expect(try sandbox.fedctl("apply", "--yes").status == 0)
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode").status == 0)
  }

  @Test func `a holder that has died elsewhere is waited for, and one that died here is not`()
    throws
  {
    let sandbox = try Sandbox()
    // In the middle of its work: it has the lease by then.
    _ = try Fedctl("apply", "--yes").against(sandbox, fleet: ExampleFleet.text)
      .killed { (try? sandbox.requests())?.count { !$0.isRead } ?? 0 >= 15 }.run()
    let dead = try holder(of: sandbox)
    try #require(dead.contains("("))
    let elsewhere = dead.replacing("(", with: "(0")
    let patch = #"{"spec":{"holderIdentity":"\#(elsewhere)"}}"#
    try sandbox.kubectl("hub", "-n", "thanos", "patch", Self.lease, "--type", "merge", "-p", patch)
    #expect(try sandbox.fedctl("apply", "--yes").status == 1)
    let back = #"{"spec":{"holderIdentity":"\#(dead)"}}"#
    try sandbox.kubectl("hub", "-n", "thanos", "patch", Self.lease, "--type", "merge", "-p", back)
    #expect(try sandbox.fedctl("apply", "--yes").status == 0)
  }

  @Test func `a lease that cannot be given back is told, and nobody waits for long`() throws {
    let sandbox = try Sandbox("--fault", "verb=patch,resource=leases,hang")
    let outcome = try Fedctl("apply", "--yes").against(sandbox, fleet: ExampleFleet.text).run()
    #expect(outcome.status == 0)
    #expect(outcome.stderr.contains("warning: the fleet's lease cannot be given back"))
  }

  @Test func `Ctrl-C works after everything has been applied`() throws {
    let sandbox = try Sandbox("--fault", "verb=patch,resource=leases,hang")
    let outcome = try Fedctl("apply", "--yes").against(sandbox, fleet: ExampleFleet.text)
      .interrupted { $0.contains("Apply complete") }.run()
    #expect(outcome.status == SIGINT)
    #expect(!outcome.stderr.contains("cannot be given back"))
  }
}
