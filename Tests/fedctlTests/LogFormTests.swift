import JSON
import TestSupport
import Testing

/// `--log-format json`: standard error as an object a line.
@Suite(.waitsForPrograms)
struct LogFormTests {
  /// Every line as an object that its schema allows.
  private func entries(_ text: String) throws -> [JSON] {
    #expect(try Schema.faults(of: text, by: "log-1.json") == "", "\(text)")
    return try text.split(separator: "\n").map { try JSON(parsing: String($0)) }
  }

  private func fields(_ entries: [JSON], _ event: String, _ field: String) -> [String] {
    entries.filter { $0["event"]?.stringValue == event }.compactMap { $0[field]?.stringValue }
  }

  @Test func `each object's way, what failed and why, and the end`() throws {
    let sandbox = try Sandbox(
      "--prometheus-operator",
      "--fault",
      "verb=patch,resource=services,name=grafana,status=403",
    )
    let fleet = try ExampleFleet.unchecked("receive-openshift")
    let outcome = try Fedctl("apply", "--yes", "--log-format", "json")
      .against(sandbox, fleet: fleet).run()
    #expect(outcome.status == 3)
    let entries = try entries(outcome.stderr)
    #expect(fields(entries, "object.failed", "name") == ["grafana"])
    #expect(fields(entries, "object.failed", "code") == ["apply.request-failed"])
    #expect(!fields(entries, "object.skipped", "name").isEmpty)
    #expect(fields(entries, "object.finished", "kind").contains("Namespace"))
    #expect(entries.last?["event"]?.stringValue == "run.ended")
    #expect(entries.last?["failed"]?.integerValue == 1)
  }

  @Test func `what ends a command is one object, without colour`() throws {
    let outcome = try Fedctl("plan", "--log-format", "json").environment("KUBECONFIG", "/nowhere")
      .file(try ExampleFleet.text).run()
    #expect(outcome.status == 1)
    let entries = try entries(outcome.stderr)
    #expect(entries.last?["level"]?.stringValue == "error")
    #expect(entries.count { $0["level"]?.stringValue == "error" } == 1)
  }

  @Test func `flaws of the file are told with their places`() throws {
    let outcome = try Fedctl("validate", "--log-format", "json").file("kind: Fleet\n").run()
    #expect(outcome.status == 1)
    let messages = try entries(outcome.stderr).compactMap { $0["message"]?.stringValue }
    #expect(messages.contains { $0.contains("fleet.yaml:1") })
  }
}
