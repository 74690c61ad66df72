import Foundation
import TestSupport
import Testing

/// How much memory a command takes at most: it may grow with what is under way, and by little with the fleet.
@Suite(
  .waitsForPrograms,
  .enabled(if: Tool.path("python3") != nil, "a program apart tells a run's peak memory"),
)
struct MemoryTests {
  private static let most = 60

  private let sandbox: Sandbox

  init() throws {
    let contexts = ["hub"] + (1...Self.most).map { "cluster\($0)" }
    sandbox = try Sandbox(["--contexts", contexts.joined(separator: ",")])
  }

  private static func fleet(of count: Int) -> String {
    """
    apiVersion: fedctl.dev/v1alpha1
    kind: Fleet
    name: many
    topology: receive
    platform: openshift
    namespace: thanos
    bucket: {name: many, region: us-east-2, check: false, credentials: {fromEnvironment: true}}
    hub: {context: hub}
    clusters:

    """
      + (1...count).map { "  - {name: cluster\($0), context: cluster\($0)}\n" }.joined()
  }

  /// The peak of one command on a fleet of so many clusters, in KB.
  private func peak(_ arguments: String..., count: Int) throws -> Int {
    let folder = FileManager.default.temporaryDirectory.appending(path: "peak-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "fleet.yaml")
    try Self.fleet(of: count).write(to: file, atomically: true, encoding: .utf8)
    let outcome = try Command.run(
      "python3",
      ["-S", "-E", Self.launch, Fedctl.binary().path] + arguments + ["-f", file.path],
      environment: [
        "KUBECONFIG": sandbox.kubeconfig, "AWS_ACCESS_KEY_ID": Fedctl.canaryKeyID,
        "AWS_SECRET_ACCESS_KEY": Fedctl.canaryKey,
      ],
    )
    try #require(outcome.status == 0, "\(outcome.stderr)")
    return try #require(
      outcome.stderr.split(separator: " ").last.flatMap {
        Int($0.trimmingCharacters(in: .whitespacesAndNewlines))
      }
    )
  }

  private static let launch = URL(filePath: #filePath)
    .appending(path: "../../../Benchmarks/launch.py").standardized.path

  /// In a debug build they were 92 when this was written, most of them for what is under way.
  @Test func `a cluster more takes few kilobytes more`() throws {
    let few = try peak("plan", count: 10)
    let many = try peak("plan", count: Self.most)
    #expect((many - few) / (Self.most - 10) < 150, "\(few) KB, \(many) KB")
  }
}
