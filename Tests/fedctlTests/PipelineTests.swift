import Foundation
import TestSupport
import Testing

/// The pipelines of `examples/ci`: their scripts and shell steps as they stand, run as each system would run them, against a
/// sandbox, a real S3 server, and a server that plays the forge.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl && ObjectServer.isInstalled, "needs what make setup installs"),
  .timeLimit(.minutes(60)),
)
struct PipelineTests {
  /// From an empty fleet through a change, a cluster that fails, a stale plan and drift: what each job ends with and tells.
  @Test(arguments: ["github", "gitlab", "jenkins", "tekton"])
  func `a fleet is planned, applied and watched over by its pipeline`(system: String) throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let example = tests.appending(path: "../../examples/receive-openshift/fleet.yaml").standardized
    let said = try Tool.output(
      of: "python",
      [
        "-B", tests.appending(path: "Pipelines/scenario.py").path, system, Fedctl.binary().path,
        Fedctl.binary("fedctl-sandbox").path, try ObjectServer.seaweed.get().endpoint, example.path,
      ],
      environment: [
        "AWS_ACCESS_KEY_ID": ObjectServer.keyID, "AWS_SECRET_ACCESS_KEY": ObjectServer.key,
        "SOURCE_DATE_EPOCH": "1795737600",
      ],
    )
    let text = String(decoding: said, as: UTF8.self)
    let difference = try differenceFromGolden(text, at: "pipelines/\(system).txt")
    #expect(difference == nil, "\(difference ?? "")")
  }
}
