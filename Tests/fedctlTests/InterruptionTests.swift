import Foundation
import TestSupport
import Testing

/// Killed at any point, run again: the same end.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct InterruptionTests {
  /// Every request in turn where FEDCTL_EVERY_KILL is set, else some of them.
  private static let step =
    ProcessInfo.processInfo.environment["FEDCTL_EVERY_KILL"] == nil ? 29 : 1

  @Test func `an apply that is killed is finished by the next, and keeps what it made`() throws {
    let whole = try Sandbox.withFleet()
    let end = try names(in: whole)
    let count = try whole.requests().count
    for number in stride(from: 60, to: count, by: Self.step) {
      let sandbox = try Sandbox()
      let log = sandbox.logFile
      _ = try Fedctl("apply", "--yes").against(sandbox, fleet: ExampleFleet.text)
        .killed { Sandbox.lineCount(of: log) >= number }.run()
      let before = try sessions(in: sandbox)
      let again = try sandbox.fedctl("apply", "--yes")
      #expect(again.status == 0, "killed at request \(number): \(again.stderr)")
      let after = try sessions(in: sandbox)
      #expect(before.allSatisfy { after[$0.key] == $0.value }, "killed at request \(number)")
      #expect(try names(in: sandbox) == end, "killed at request \(number)")
      #expect(
        try sandbox.fedctl("plan", "--detailed-exitcode").status == 0,
        "killed at request \(number)",
      )
    }
  }

  /// An API server that ends its connections, is away for a second or falls silent, at any request of ours; every
  /// other run is killed soon after.
  @Test(arguments: ["restart", "refuse=1", "hang"])
  func `an apply that loses its API server at a request is finished by the next`(_ fault: String)
    throws
  {
    let whole = try Sandbox.withFleet()
    let end = try names(in: whole)
    let count = try whole.requests().count
    let isEvery = ProcessInfo.processInfo.environment["FEDCTL_EVERY_KILL"] != nil
    for (turn, number) in stride(from: 60, to: count, by: isEvery ? 1 : count / 2).enumerated() {
      let sandbox = try Sandbox("--fault", "after=\(number),count=1,\(fault)")
      let (log, last) = (sandbox.logFile, turn.isMultiple(of: 2) ? number + 9 : 1_000_000)
      let hit = try Fedctl("apply", "--yes", "--wait-timeout", "6s")
        .against(sandbox, fleet: ExampleFleet.text)
        .killed { Sandbox.lineCount(of: log) >= last }.run()
      #expect([0, 1, 3, SIGKILL].contains(hit.status), "\(fault) at \(number): \(hit.stderr)")
      let again = try sandbox.fedctl("apply", "--yes")
      #expect(again.status == 0, "\(fault) at request \(number): \(again.stderr)")
      #expect(try names(in: sandbox) == end, "\(fault) at request \(number)")
      let plan = try sandbox.fedctl("plan", "--detailed-exitcode")
      #expect(plan.status == 0, "\(fault) at request \(number): \(plan.stdout)")
    }
  }

  @Test func `a second apply says who is at work`() throws {
    let sandbox = try Sandbox.withFleet()
    let lease = """
      {"spec":{"holderIdentity":"somebody@elsewhere process 7","leaseDurationSeconds":3600,\
      "renewTime":"\(Date().formatted(.iso8601).replacing("Z", with: ".000000Z"))"}}
      """
    try sandbox.patchLease(lease)
    try sandbox.kubectl("hub", "-n", "thanos", "delete", "service/grafana")
    try sandbox.forgetRequests()
    let refused = try sandbox.fedctl("apply", "--yes")
    #expect(refused.status == 1)
    #expect(
      refused.stderr.hasPrefix(
        "error: somebody@elsewhere process 7 is working on this fleet, until "
      )
    )
    #expect(try sandbox.requests().allSatisfy(\.isRead))
    try sandbox.patchLease(#"{"spec":{"renewTime":"2020-01-01T00:00:00.000000Z"}}"#)
    #expect(try sandbox.fedctl("apply", "--yes").status == 0)
  }

  @Test func `an apply that waited while another worked plans again and keeps what that made`()
    throws
  {
    let sandbox = try Sandbox()
    var made: [String: String] = [:]
    let second = try Fedctl("apply").against(sandbox, fleet: ExampleFleet.text)
      .answering("yes") {
        #expect(try sandbox.fedctl("apply", "--yes").status == 0)
        made = try sessions(in: sandbox)
      }
      .run()
    #expect(second.status == 0)
    #expect(second.stderr.contains("another run has changed the fleet since this plan was made"))
    #expect(second.stdout.contains("No changes."))
    #expect(made.count == 5)
    #expect(try sessions(in: sandbox) == made)
  }

  @Test func `a plan that another run made stale is asked about again`() throws {
    let sandbox = try Sandbox.withFleet()
    try sandbox.kubectl("hub", "-n", "thanos", "delete", "service/grafana")
    let refused = try Fedctl("apply").against(sandbox, fleet: ExampleFleet.text)
      .answering("yes") {
        #expect(try sandbox.fedctl("apply", "--yes").status == 0)
        try sandbox.kubectl("hub", "-n", "thanos", "delete", "deployment/grafana")
      }
      .answering("no")
      .run()
    #expect(refused.status == 1)
    #expect(refused.stderr.hasSuffix("error: not approved, nothing has been changed\n"))
    #expect(try sandbox.kubectl("hub", "-n", "thanos", "get", "deployment/grafana").status != 0)
    // The refusal has given the lease back.
    #expect(try sandbox.fedctl("apply", "--yes").status == 0)
  }

  /// What the fleet owns, by cluster.
  private func names(in sandbox: Sandbox) throws -> [String] {
    let kinds =
      "namespaces,secrets,configmaps,services,serviceaccounts,deployments,statefulsets,roles,"
      + "rolebindings,clusterrolebindings,networkpolicies,routes,subscriptions,prometheuses,"
      + "servicemonitors,operatorgroups"
    return try ["hub", "cluster1", "cluster2"].flatMap { context in
      try sandbox.kubectl(
        context,
        "get",
        kinds,
        "-A",
        "-l",
        "fedctl.dev/fleet=edge-metrics",
        "-o",
        "name",
      )
      .stdout.split(separator: "\n").map { "\(context): \($0)" }.sorted()
    }
  }

  /// The session secrets that there are, by cluster and name.
  private func sessions(in sandbox: Sandbox) throws -> [String: String] {
    let path = #"jsonpath={range .items[*]}{.metadata.name}={.data.session_secret}{"\n"}{end}"#
    var result: [String: String] = [:]
    for context in ["hub", "cluster1", "cluster2"] {
      let lines = try sandbox.kubectl(context, "-n", "thanos", "get", "secrets", "-o", path).stdout
      for line in lines.split(separator: "\n") where line.contains("-proxy=") {
        let parts = line.split(separator: "=", maxSplits: 1)
        if parts.count == 2 { result["\(context) \(parts[0])"] = String(parts[1]) }
      }
    }
    return result
  }
}

extension Sandbox {
  fileprivate func patchLease(_ patch: String) throws {
    let lease = "lease/fedctl-edge-metrics"
    try kubectl("hub", "-n", "thanos", "patch", lease, "--type", "merge", "-p", patch)
  }
}
