import Foundation
import TestSupport
import Testing

/// `fedctl demo` as a newcomer without clusters runs it.
@Suite(.waitsForPrograms) struct DemoTests {
  /// What it leaves in the only folder that it may write to.
  private func demo(
    _ change: (Fedctl) -> Fedctl = { $0 }
  ) throws -> (outcome: Fedctl.Outcome, left: [String]) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try change(Fedctl("demo", "--once").environment("TMPDIR", folder.path)).run()
    return (outcome, try FileManager.default.contentsOfDirectory(atPath: folder.path))
  }

  @Test func `it fits two screens, tells who has whose token, and leaves nothing behind`() throws {
    let (outcome, left) = try demo()
    #expect(outcome.status == 0 && outcome.stderr == "")
    #expect(outcome.stdout.split(separator: "\n", omittingEmptySubsequences: false).count < 80)
    #expect(outcome.stdout.contains("Apply complete: "))
    for cluster in ["cluster1", "cluster2"] {
      #expect(
        outcome.stdout.contains(
          """
          \(cluster): Secret openshift-monitoring/demo.thanos.remote-write: the hub's token of \
          system:serviceaccount:thanos:\(cluster)-metrics
          """
        )
      )
    }
    // The head of every JSON Web Token.
    #expect(!outcome.stdout.contains("eyJ"))
    #expect(left == [])
  }

  @Test(.enabled(if: PrometheusProcess.isInstalled, "a Prometheus stands in for the querier"))
  func `where there is a Prometheus, both clusters' metrics arrive in it`() throws {
    let program = try #require(Tool.path("prometheus"))
    let (outcome, left) = try demo {
      $0.environment("PATH", program.deletingLastPathComponent().path)
    }
    #expect(outcome.status == 0)
    #expect(outcome.stdout.contains("by thanos/thanos-querier:grafana-access on hub"))
    #expect(outcome.stdout.contains("ok        cluster1, cluster2: newest sample"))
    #expect(outcome.stdout.contains("2 of 2 clusters arrive as the file says.\n"))
    #expect(left == [])
  }

  @Test(arguments: [
    ("", "takes a `prometheus` on the PATH"), ("exit 3", "has ended"),
    ("sleep 60", "does not answer"),
  ])
  func `without one that answers, it says so and shows the rest`(
    script: String,
    told: String,
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    if !script.isEmpty {
      let program = folder.appending(path: "prometheus")
      try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755],
        ofItemAtPath: program.path,
      )
    }
    let (outcome, left) = try demo { $0.environment("PATH", "\(folder.path):/bin") }
    #expect(outcome.status == 0 && outcome.stderr == "")
    #expect(outcome.stdout.contains(told))
    #expect(outcome.stdout.contains("Handed over from the hub"))
    #expect(!outcome.stdout.contains("$ fedctl verify"))
    #expect(left == [])
  }

  @Test func `an interrupt in its midst leaves nothing behind either`() throws {
    let (outcome, left) = try demo { $0.interrupted { $0.contains("A sandbox on this machine") } }
    // 0 where the signal came too late to interrupt anything.
    #expect([130, 0].contains(outcome.status))
    #expect(left == [])
  }

  @Test func `a folder that cannot be made is one error`() throws {
    let outcome = try Fedctl("demo").environment("TMPDIR", "/nonexistent").run()
    #expect(outcome.status == 1)
    #expect(outcome.stderr.contains("In `/nonexistent` no folder can be made."))
  }
}
