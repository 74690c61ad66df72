import Digest
import Foundation
import JSON
import TestSupport
import Testing

/// A plan that is kept, read by somebody, and applied: exactly that, or nothing.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct SavedPlanCommandTests {
  private let file = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID()).json")

  private func plan(_ sandbox: Sandbox, _ options: String..., fleet: String? = nil) throws -> String
  {
    let arguments = ["plan", "--out", file.path] + options
    let outcome = try Fedctl(arguments).against(sandbox, fleet: fleet ?? ExampleFleet.text).run()
    #expect(outcome.status == 0, "\(outcome.stderr)")
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// The plan with other members, and with its own digest made again where `isForged`.
  private func edit(isForged: Bool, _ change: (inout JSONObject) -> Void) throws {
    var members = try JSON(parsing: String(contentsOf: file, encoding: .utf8)).objectValue ?? [:]
    let digest = members["digest"]
    members["digest"] = nil
    change(&members)
    let text = JSON.object(members).text()
    members["digest"] = isForged ? .string("sha256:\(Digest.sha256(text).hexadecimal)") : digest
    try JSON.object(members).text(.pretty).write(to: file, atomically: true, encoding: .utf8)
  }

  /// Applies the file, which must be refused before anything is written; what was said.
  private func refusal(_ sandbox: Sandbox, _ options: String..., fleet: String? = nil) throws
    -> [String]
  {
    try sandbox.forgetRequests()
    let outcome = try Fedctl(["apply", file.path] + options)
      .against(sandbox, fleet: fleet ?? ExampleFleet.text).run()
    #expect(outcome.status == 4, "\(outcome.stderr)")
    #expect(try sandbox.requests().allSatisfy(\.isRead))
    return outcome.stderr.split(separator: "\n").map(String.init)
  }

  private let again = "  Plan again, and have the new plan read: fedctl plan --out FILE"

  @Test func `a saved plan is private, holds no secret, fits its schema and is applied unasked`()
    throws
  {
    defer { try? FileManager.default.removeItem(at: file) }
    let sandbox = try Sandbox()
    try "old".write(to: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
    let first = try plan(sandbox)
    let rights = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(rights as? Int == 0o600)
    #expect(try Schema.faults(of: first, by: "saved-plan-1.json") == "")
    let outcome = try sandbox.fedctl("apply", file.path)
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(outcome.stdout.contains("Apply complete: 84 created."))

    // What was minted meanwhile and is to be changed again stands in no plan either.
    for (context, secret) in [
      ("cluster1", "metrics-bearer-token"), ("hub", "store-s3-credentials"),
    ] {
      try sandbox.kubectl(
        context,
        [
          "-n", "thanos", "label", "secret", secret, "app.kubernetes.io/managed-by=me",
          "--overwrite",
        ],
      )
    }
    let token = try sandbox.field(
      "cluster1",
      "secret/metrics-bearer-token",
      ".data.metrics_bearer_token",
    )
    let second = try plan(sandbox)
    #expect(try Schema.faults(of: second, by: "saved-plan-1.json") == "")
    #expect(second.contains(#""action": "update""#))
    for text in [Fedctl.canaryKey, Fedctl.canaryKeyID, token, token.base64Decoded] {
      #expect(!text.isEmpty && !(first + second).contains(text))
    }
    #expect(try sandbox.fedctl("apply", file.path).status == 0)
    // The plan has been carried out: it is not what would be done now.
    let said = try refusal(sandbox)
    #expect(said.first?.hasSuffix("nothing has been changed: 2 differences") == true, "\(said)")
  }

  @Test func `a plan that is stale, edited, forged or of something else is refused by what moved`()
    throws
  {
    defer { try? FileManager.default.removeItem(at: file) }
    let sandbox = try Sandbox.withFleet()
    try sandbox.kubectl("hub", "-n", "thanos", "delete", "service", "grafana")
    let byHand = ["-n", "thanos", "label", "configmap/hub-ingress-ca"]
    try sandbox.kubectl("cluster1", byHand + ["app.kubernetes.io/managed-by=me", "--overwrite"])
    _ = try plan(sandbox)
    let good = try Data(contentsOf: file)

    // Somebody works on it meanwhile.
    try sandbox.kubectl("cluster1", "-n", "thanos", "delete", "configmap/hub-ingress-ca")
    try sandbox.kubectl("cluster2", "-n", "thanos", "delete", "configmap/hub-ingress-ca")
    #expect(
      try refusal(sandbox) == [
        "error: the saved plan is not what would be done now, nothing has been changed: 2 differences",
        "  cluster1: ConfigMap thanos/hub-ingress-ca was to be updated, and would be created"
          + "  (saved-plan.object-action)",
        "  cluster2: ConfigMap thanos/hub-ingress-ca would be created, which was not planned"
          + "  (saved-plan.object-added)",
        again,
      ]
    )

    _ = try plan(sandbox)
    try edit(isForged: false) { $0["objects"] = [] }
    #expect(
      try refusal(sandbox)
        == ["error: the saved plan was changed after fedctl wrote it", again]
    )
    // A digest that was made anew helps nobody.
    try edit(isForged: true) { $0["objects"] = [] }
    let forged = try refusal(sandbox)
    #expect(forged.first?.hasSuffix("nothing has been changed: 3 differences") == true)

    try good.write(to: file)
    let fleet = try ExampleFleet.text
    #expect(
      try refusal(sandbox, fleet: fleet.replacing("name: edge-metrics\n", with: "name: other\n"))
        .first
        == "error: the saved plan is one of fleet edge-metrics, and the fleet file is that of fleet other"
    )
    #expect(
      try refusal(sandbox, fleet: fleet.replacing("us-east-1", with: "us-west-1"))
        .contains { $0.contains("(saved-plan.fleet-file)") }
    )
    #expect(
      try refusal(sandbox, "--force-conflicts").first
        == "error: the saved plan was made with none of its options, and this run has --force-conflicts"
    )
    try edit(isForged: true) { $0["fedctl_version"] = "9.9.9" }
    #expect(
      try refusal(sandbox).first
        == "error: fedctl 9.9.9 made the saved plan, and this is fedctl 0.1.0-dev"
    )
    try Data("{}".utf8).write(to: file)
    #expect(
      try refusal(sandbox)
        == ["error: this is no saved plan of fedctl", "  `fedctl plan --out FILE` writes one."]
    )
  }
}
