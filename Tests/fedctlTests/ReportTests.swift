import Foundation
import JSON
import TestSupport
import Testing

/// What machines get of a run: whole, by its schema, and without a secret.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct ReportTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "reports-\(UUID())")

  /// Runs a command with every form in a file of its own; what each has.
  private func run(
    _ sandbox: Sandbox,
    _ arguments: String...,
    fleet: String? = nil,
  ) throws -> (outcome: Fedctl.Outcome, json: JSON, texts: [String: String]) {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let forms = ["json", "markdown", "gitlab", "junit", "html", "values"]
    let options = forms.flatMap { ["--\($0)-into", folder.appending(path: $0).path] }
    let outcome = try Fedctl(arguments + options)
      .against(sandbox, fleet: fleet ?? ExampleFleet.text).run()
    var texts: [String: String] = [:]
    for form in forms {
      texts[form] = try String(contentsOf: folder.appending(path: form), encoding: .utf8)
    }
    let text = texts["json"] ?? ""
    #expect(try Schema.faults(of: text, by: "report-1.json") == "")
    try checkXML(texts["junit"] ?? "")
    let values = texts["values"]?.split(separator: "\n") ?? []
    #expect(
      values.count == 24 && values.allSatisfy { $0.wholeMatch(of: /[a-z_]+=[a-z0-9-]*/) != nil }
    )
    for secret in [Fedctl.canaryKey, Fedctl.canaryKeyID] {
      #expect(texts.values.allSatisfy { !$0.contains(secret) })
    }
    return (outcome, try JSON(parsing: text), texts)
  }

  /// Well-formed for a reader that is not ours, with counts that are those of its cases.
  private func checkXML(_ text: String) throws {
    let script = """
      import sys, xml.etree.ElementTree as e
      root = e.fromstring(sys.stdin.read())
      cases = root.findall('.//testcase')
      found = [len(cases)] + [sum(c.find(t) is not None for c in cases) for t in ('failure', 'error', 'skipped')]
      told = [int(root.get(k)) for k in ('tests', 'failures', 'errors', 'skipped')]
      assert found == told, (found, told)
      """
    _ = try Tool.output(of: "python", ["-c", script], input: text)
  }

  @Test func `a plan, an apply, a status and a teardown in every form`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let sandbox = try Sandbox()
    let plan = try run(sandbox, "plan", "--fields")
    #expect(plan.outcome.stdout.contains("Plan: 84 to create"))
    #expect(plan.json["plan"]?["counts"]?["create"] == 84)
    #expect(plan.json["plan"]?["changes"]?.arrayValue?.count == 84)
    #expect(plan.texts["gitlab"] == #"{"create":84,"update":0,"delete":0}"# + "\n")
    #expect(
      plan.texts["values"]?.hasPrefix("command=plan\nfleet=edge-metrics\nexit_status=0\n") == true
    )
    #expect(plan.texts["values"]?.contains("\nchanges=true\nincomplete=false\n") == true)
    #expect(plan.texts["values"]?.contains("\ncreate=84\nadopt=0\n") == true)
    #expect(
      plan.texts["markdown"]?.hasPrefix("### fedctl plan: `edge-metrics`\n\n**84 to create") == true
    )

    try sandbox.setFaults("context=cluster2,verb=patch,resource=services,status=422")
    let failing = try run(sandbox, "apply", "--yes", "--wait-timeout", "5s")
    #expect(failing.outcome.status == 3 && failing.json["exit_status"] == 3)
    let failed = failing.json["outcome"]?["failed"]?[0]
    #expect(failed?["name"] == "prometheus-k8s" && failed?["cluster"] == "cluster2")
    #expect(failed?["code"] == "apply.request-failed")
    let counts = failing.texts["values"] ?? ""
    #expect(counts.contains("\nexit_status=3\n") && counts.contains("\nfailed=1\n"))
    #expect(failing.texts["junit"]?.contains(#"<failure type="apply.request-failed""#) == true)
    #expect(
      failing.texts["markdown"]?.contains("**Failed**\n\n- `cluster2: Service thanos/prom") == true
    )

    try sandbox.setFaults()
    #expect(try run(sandbox, "apply", "--yes").json["outcome"]?["complete"] == true)
    try sandbox.kubectl("hub", "-n", "thanos", "delete", "service", "grafana")
    let status = try run(sandbox, "status")
    #expect(status.json["status"]?["ready"] == false)
    #expect(status.texts["markdown"]?.contains("**83 of 84 objects ready**") == true)
    #expect(try run(sandbox, "teardown", "--dry-run").json["plan"]?["purpose"] == "teardown")
  }

  @Test func `text of others stays text, and a token that turns up somewhere is hidden`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let sandbox = try Sandbox.withFleet()
    let token = try sandbox.field(
      "cluster1",
      "secret/metrics-bearer-token",
      ".data.metrics_bearer_token",
    )
    .base64Decoded
    let nasty = "```\n</details><script>alert(1)</script> @everyone ]]> \(token)"
    let patch: JSON = ["data": ["ca-bundle.crt": .string(nasty)]]
    try sandbox.kubectl(
      "cluster1",
      ["-n", "thanos", "patch", "configmap/hub-ingress-ca", "--type", "merge", "-p", patch.text()],
    )
    let plan = try run(sandbox, "plan")
    #expect(!token.isEmpty && plan.texts.values.allSatisfy { !$0.contains(token) })
    let markdown = plan.texts["markdown"] ?? ""
    let lines = markdown.split(separator: "\n")
    let fences = lines.indices.filter { lines[$0].hasPrefix("````") }
    let script = lines.firstIndex { $0.contains("<script>") }
    #expect(fences.count == 2, "\(markdown)")
    #expect(script.map { fences[0] < $0 && $0 < fences[1] } == true, "\(markdown)")
    // The change of each cluster is found by its own name.
    let change = plan.json["plan"]?["changes"]?[0]
    #expect(change?["cluster"] == "cluster1" && change?["name"] == "hub-ingress-ca")
    #expect(change?["action"] == "update")
  }

  @Test func `standard output is a program's, and errors are told there too`() throws {
    let outcome = try Fedctl("plan", "-o", "json").run()
    #expect(outcome.status == 1)
    #expect(try Schema.faults(of: outcome.stdout, by: "report-1.json") == "")
    let json = try JSON(parsing: outcome.stdout)
    #expect(json["errors"]?[0]?["code"] == "file.missing" && json["exit_status"] == 1)
    #expect(outcome.stderr.hasPrefix("error: cannot read the file\n"))
    // What is not known has no value, so that no script takes it for a no.
    let values = try Fedctl("plan", "-o", "values").run()
    #expect(values.stdout.hasPrefix("command=plan\nfleet=\nexit_status=1\nerrors=1\n"))
    #expect(values.stdout.contains("\nchanges=\n"))
    let flawed = try Fedctl("status", "-o", "json").file("kind: Fleet\nnmae: x\n").run()
    let errors = try JSON(parsing: flawed.stdout)["errors"]?.arrayValue ?? []
    #expect(errors.contains { $0["code"] == "fleet.unknown-key" }, "\(flawed.stdout)")
  }

  @Test func `whoever may be asked sees the plan beside the machine's form`() throws {
    let sandbox = try Sandbox()
    let outcome = try Fedctl("apply", "-o", "gitlab").against(sandbox, fleet: ExampleFleet.text)
      .answering("no").run()
    #expect(outcome.status == 1)
    #expect(outcome.stdout == #"{"create":84,"update":0,"delete":0}"# + "\n")
    #expect(outcome.stderr.contains("Plan: 84 to create"))
    #expect(try sandbox.requests().allSatisfy(\.isRead))
  }

  @Test func `a file that cannot be written is told, and keeps nothing from being done`() throws {
    let sandbox = try Sandbox.withFleet()
    let outcome = try sandbox.fedctl("plan", "--json-into", "/nowhere/plan.json")
    #expect(outcome.status == 1)
    #expect(outcome.stdout.contains("No changes."))
    #expect(outcome.stderr.contains("`/nowhere/plan.json`: The folder does not exist."))
  }
}
