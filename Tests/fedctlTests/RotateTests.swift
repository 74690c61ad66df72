import Foundation
import Synchronization
import TestSupport
import Testing

/// `fedctl rotate`: new made, new used, old taken away, and nobody is refused on the way.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
  .timeLimit(.minutes(60)),
)
struct RotateTests {
  private static let bound = "  context: hub\n  token: {bound: {lifetime: 90d}}\n"

  private func fleet(bound: Bool) throws -> String {
    let text = try ExampleFleet.text
    return bound ? text.replacing("  context: hub\n", with: Self.bound) : text
  }

  private func names(_ kind: String, _ sandbox: Sandbox, on context: String = "hub") throws
    -> [String]
  {
    try sandbox.kubectl(context, "-n", "thanos", "get", kind, "-o", "name").stdout
      .split(separator: "\n").map(String.init).sorted()
  }

  private func tokens(_ sandbox: Sandbox) throws -> [String] {
    try names("secret", sandbox).filter { $0.contains("-metrics-token") }
  }

  private func isSettled(_ sandbox: Sandbox, _ fleet: String) throws -> Bool {
    try sandbox.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 0
  }

  @Test(arguments: [false, true])
  func `a writer whose token is rotated is never refused`(bound: Bool) throws {
    let sandbox = try Sandbox("--rbac")
    let fleet = try fleet(bound: bound)
    #expect(try sandbox.fedctl("apply", "--yes", fleet: fleet).status == 0)
    let writer = try Writer(sandbox)
    // Longer than six kubectl take on a busy machine: of what it reads, the writer shows what was there before.
    let outcome = try sandbox.fedctl("rotate", "tokens", "--yes", "--grace", "30s", fleet: fleet)
    #expect(outcome.status == 0, "\(outcome.stderr)")
    let seen = writer.stop()
    #expect(seen.refusals == [], "of \(seen.tokens.count) tokens")
    #expect(seen.tokens.count == 2)
    #expect(
      try tokens(sandbox) == ["secret/cluster1-metrics-token-2", "secret/cluster2-metrics-token-2"]
    )
    #expect(try sandbox.fedctl("status", fleet: fleet).status == 0)
    #expect(try isSettled(sandbox, fleet))
    // The old one is good for nothing any more.
    #expect(try !writer.isAccepted(try #require(seen.tokens.first)))
  }

  @Test func `one cluster alone, and the next generation after that`() throws {
    let sandbox = try Sandbox.withFleet()
    for generation in 2...3 {
      let outcome = try sandbox.fedctl(
        "rotate",
        "tokens",
        "--cluster",
        "cluster2",
        "--yes",
        "--grace",
        "1s",
      )
      #expect(outcome.status == 0, "\(outcome.stdout)\(outcome.stderr)")
      #expect(
        try tokens(sandbox)
          == ["secret/cluster1-metrics-token", "secret/cluster2-metrics-token-\(generation)"]
      )
    }
    #expect(try isSettled(sandbox, try ExampleFleet.text))
    let teardown = try sandbox.fedctl("teardown", "--yes", "--delete-volumes")
    #expect(teardown.status == 0, "\(teardown.stderr)")
    #expect(try sandbox.kubectl("hub", "get", "namespace", "thanos").status != 0)
  }

  @Test func `killed at any point, it is finished by running it again`() throws {
    let sandbox = try Sandbox.withFleet()
    let fleet = try ExampleFleet.text
    let rotation = ["rotate", "tokens", "--cluster", "cluster1", "--yes", "--grace", "1s"]
    var generation = 1
    for limit in 1...8 {
      let log = sandbox.logFile
      try sandbox.forgetRequests()
      let start = try changes(in: log)
      let killed = try Fedctl(rotation).against(sandbox, fleet: fleet)
        .killed { (try? changes(in: log)).map { $0 - start >= limit } ?? false }.run()
      let live = try tokens(sandbox).filter { $0.contains("cluster1") }
      #expect((1...2).contains(live.count), "\(limit): \(live), \(killed.status)")
      let again = try Fedctl(rotation).against(sandbox, fleet: fleet).run()
      #expect(again.status == 0, "\(limit): \(again.stderr)")
      let left = try tokens(sandbox).filter { $0.contains("cluster1") }
      #expect(left.count == 1, "\(limit): \(left)")
      let now = Int(left.first?.split(separator: "-").last ?? "") ?? 1
      #expect(now > generation, "\(limit)")
      generation = now
      #expect(try isSettled(sandbox, fleet), "\(limit)")
    }
  }

  @Test func `a cluster that is away keeps its token`() throws {
    let sandbox = try Sandbox.withFleet()
    try sandbox.setFaults("context=cluster1,down")
    let outcome = try sandbox.fedctl(
      "rotate",
      "tokens",
      "--yes",
      "--grace",
      "1s",
      "--request-timeout",
      "3s",
    )
    #expect(outcome.status == 3)
    #expect(
      try tokens(sandbox) == ["secret/cluster1-metrics-token", "secret/cluster2-metrics-token-2"]
    )
  }

  @Test func `session secrets are new, and pods are replaced before the old ones go`() throws {
    let sandbox = try Sandbox.withFleet()
    let before = try sandbox.field("hub", "secret/grafana-proxy", ".data.session_secret")
    let outcome = try sandbox.fedctl("rotate", "session-secrets", "--cluster", "hub", "--yes")
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(try sandbox.field("hub", "secret/grafana-proxy-2", ".data.session_secret") != before)
    #expect(try !names("secret", sandbox).contains("secret/grafana-proxy"))
    let mounted = try sandbox.field(
      "hub",
      "deployment/grafana",
      ".spec.template.spec.volumes[*].secret.secretName",
    )
    #expect(mounted.split(separator: " ").contains("grafana-proxy-2"))
    #expect(try isSettled(sandbox, try ExampleFleet.text))
  }

  @Test func `the bucket's keys are read anew, and pods are replaced`() throws {
    let sandbox = try Sandbox.withFleet()
    let secret = try #require(try names("secret", sandbox).first { $0.hasSuffix("credentials") })
    let outcome = try Fedctl("rotate", "keys", "--yes").against(sandbox, fleet: ExampleFleet.text)
      .environment("AWS_ACCESS_KEY_ID", "AKIACANARYCANARY5678").run()
    #expect(outcome.status == 0, "\(outcome.stdout)\(outcome.stderr)")
    #expect(!(outcome.stdout + outcome.stderr).contains("AKIACANARY"))
    let left = try names("secret", sandbox)
    #expect(left.contains("\(secret)-2") && !left.contains(secret))
  }

  @Test func `certificates are new, and their authority is the same`() throws {
    let sandbox = try Sandbox("--prometheus-operator")
    let fleet = try ExampleFleet.unchecked("collector-openshift")
    #expect(try sandbox.fedctl("apply", "--yes", fleet: fleet).status == 0)
    let before = try sandbox.secretData(#"tls\.crt"#, on: "hub")
    #expect(before.count > 1)
    let outcome = try sandbox.fedctl("rotate", "certificates", "--yes", fleet: fleet)
    #expect(outcome.status == 0, "\(outcome.stderr)")
    let after = try sandbox.secretData(#"tls\.crt"#, on: "hub")
    let kept = before.filter { after[$0.key] == $0.value }.keys
    #expect(!kept.isEmpty && kept.count < before.count, "\(kept)")
    #expect(kept.allSatisfy { $0.contains("authority") }, "\(kept)")
    #expect(try isSettled(sandbox, fleet))
  }
}

/// How many requests have changed something, by the log of a sandbox.
private func changes(in log: String) throws -> Int {
  try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").count { line in
    let words = line.split(separator: " ")
    return words.count > 3 && words[2] != "GET" && !words[3].contains("dryRun=All")
      && !words[3].contains("review")
  }
}

/// Writes as a Prometheus does: with the token that its kubelet brought it a moment ago.
private final class Writer: Sendable {
  struct Seen {
    /// The tokens that were shown, in order, each once.
    var tokens: [String] = []
    /// Tokens at which the hub has refused a write.
    var refusals: [String] = []
  }

  private let sandbox: Sandbox
  private let seen = Mutex(Seen())
  private let isOver = Mutex(false)
  private let end = DispatchSemaphore(value: 0)

  /// Begins to write, and does so until `stop`.
  init(_ sandbox: Sandbox) throws {
    self.sandbox = sandbox
    let first = try read()
    Thread.detachNewThread { [self] in
      var held = first
      while !isOver.withLock(\.self) {
        let next = (try? read()) ?? held
        show(held)
        held = next
      }
      show(held)
      end.signal()
    }
  }

  /// The last token that was read has been shown when it returns.
  func stop() -> Seen {
    isOver.withLock { $0 = true }
    end.wait()
    return seen.withLock(\.self)
  }

  private func read() throws -> String {
    try sandbox.field(
      "cluster1",
      "secret/metrics-bearer-token",
      ".data.metrics_bearer_token",
    ).base64Decoded
  }

  private func show(_ token: String) {
    let isGood = (try? isAccepted(token)) ?? false
    seen.withLock { seen in
      if seen.tokens.last != token { seen.tokens.append(token) }
      if !isGood { seen.refusals.append(token) }
    }
  }

  /// What a proxy asks: whose the token is, and whether that one may write.
  func isAccepted(_ token: String) throws -> Bool {
    let review = """
      {"apiVersion":"authentication.k8s.io/v1","kind":"TokenReview","spec":{"token":"\(token)"}}
      """
    let user = try sandbox.kubectl(
      "hub",
      "create",
      "-f",
      "-",
      "-o",
      "jsonpath={.status.user.username}",
      input: review,
    ).stdout
    guard user == "system:serviceaccount:thanos:cluster1-metrics" else { return false }
    let access = """
      {"apiVersion":"authorization.k8s.io/v1","kind":"SubjectAccessReview","spec":{"user":"\(user)",
      "resourceAttributes":{"verb":"create","group":"fedctl.dev","resource":"remotewrites",
      "namespace":"thanos","name":"thanos-receive"}}}
      """
    return try sandbox.kubectl(
      "hub",
      "create",
      "-f",
      "-",
      "-o",
      "jsonpath={.status.allowed}",
      input: access,
    ).stdout == "true"
  }
}
