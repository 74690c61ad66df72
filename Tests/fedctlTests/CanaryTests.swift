import Foundation
import TestSupport
import Testing

/// Every command, on success and failure, beside servers that quote whatever they are sent.
@Suite(
  .waitsForPrograms,
  .serialized,
  .enabled(if: Sandbox.hasKubectl && ObjectServer.isInstalled, "needs what make setup installs"),
  .timeLimit(.minutes(60)),
)
struct CanaryTests {
  /// An example, and how the kubeconfig's users show who they are: see `canary-run.py`.
  struct Run: Sendable, CustomTestStringConvertible {
    let example: String
    let identities: String

    var testDescription: String { "\(example) with \(identities)" }
  }

  /// All examples with all kinds of identities where FEDCTL_EVERY_EXAMPLE is set (`make canaries`), else one of the
  /// topologies with tokens and one of those with keys.
  private static var runs: [Run] {
    guard ProcessInfo.processInfo.environment["FEDCTL_EVERY_EXAMPLE"] != nil else {
      return [
        Run(example: "receive-openshift", identities: "tokens"),
        Run(example: "collector-openshift", identities: "keys"),
      ]
    }
    let examples = [
      "collector-kubernetes", "collector-openshift", "federate-kubernetes", "receive-at-scale",
      "receive-kubernetes", "receive-olm", "receive-openshift", "sidecar-kubernetes",
    ]
    return examples.flatMap { example in
      ["tokens", "keys", "logins"].map { Run(example: example, identities: $0) }
    }
  }

  @Test(arguments: runs)
  func `no secret is in any output, file or argument, in whatever encoding`(run: Run) throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let script = tests.appending(path: "Canaries/canary-run.py")
    let example = tests.appending(path: "../../examples/\(run.example)/fleet.yaml")
    let said = try Tool.output(
      of: "python",
      [
        script.path, Fedctl.binary().path, Fedctl.binary("fedctl-sandbox").path,
        try ObjectServer.seaweed.get().endpoint, example.standardized.path, run.identities,
      ],
      environment: [
        "AWS_ACCESS_KEY_ID": ObjectServer.keyID, "AWS_SECRET_ACCESS_KEY": ObjectServer.key,
      ],
    )
    let lines = String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(lines.count == 1, "\(lines.joined(separator: "\n"))")
    // A run that looks at nothing, or in which nothing succeeds or nothing fails, would show nothing.
    let summary = try #require(lines.first)
    let counts = try #require(summary.firstMatch(of: /^(\d+) secrets, (\d+) files, (\d+) bytes;/))
    #expect(Int(counts.1) ?? 0 > 14 && Int(counts.2) ?? 0 > 80 && Int(counts.3) ?? 0 > 500_000)
    for end in [
      "validate=0", "plan=0", "plan-message=3", "apply-message=3", "apply-again=0", "teardown=0",
    ] {
      #expect(summary.contains(" \(end) in "), "\(summary)")
    }
  }
}
