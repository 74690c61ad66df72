import Facts
import JSON
import TestSupport
import Testing

@testable import Fleet

/// Dashboards of the user's own, in files that the fleet file names.
@Suite struct OwnDashboardTests {
  private func fleet() throws -> Fleet {
    let sample = Sample.federate(hub: "grafana: {dashboards: [a.json, more/]}")
    return try #require(sample.reading.fleet)
  }

  private func fleet(with text: String, of file: String = "a.json") throws -> Fleet {
    try fleet().adding(dashboard: Array(text.utf8), of: file)
  }

  @Test func `a file is taken as it stands, and once`() throws {
    #expect(try fleet().dashboardPaths == ["a.json", "more/"])
    let text = #"{"title": "A", "uid": "a-1", "id": 7}"#
    let whole = try fleet(with: text).adding(dashboard: Array(text.utf8), of: "a.json")
    #expect(
      whole.hub.grafanaDesign.dashboards == [
        OwnDashboard(file: "a.json", uid: "a-1", title: "A", text: text)
      ]
    )
  }

  @Test(arguments: [
    ("more/Node Exporter (full).json", "node-exporter-full"), ("a.b.json", "a-b"),
    ("Ü.json", "dashboard"),
  ])
  func `a file's name becomes that of an object`(file: String, name: String) {
    #expect(OwnDashboard(file: file, uid: nil, title: "A", text: "").name == name)
  }

  @Test(
    arguments: [
      ("{\n  \"ü\": x}", 2, 8, .notJSON(JSONError(.unexpectedCharacter(120), at: 10))),
      ("[]", 1, 1, .titleMissing),
      (#"{"dashboard": {"title": "A"}}"#, 1, 1, .titleMissing),
      (#"{"title": " "}"#, 1, 1, .titleMissing),
      (#"{"title": " b"}"#, 1, 1, .titleTaken(" b", by: "more/b.json")),
      (#"{"title": "clusters"}"#, 1, 1, .titleOfFolder("clusters")),
      (#"{"title": "A", "uid": "a b"}"#, 1, 1, .uidUnusable("a b")),
      (#"{"title": "A", "uid": "fedctl-clusters"}"#, 1, 1, .uidReserved("fedctl-clusters")),
      (#"{"title": "A", "uid": "taken"}"#, 1, 1, .uidTaken("taken", by: "more/b.json")),
      (
        #"{"title": "A", "__inputs": [{"name": "DS"}], "panels": [{"datasource": "${DS}"}]}"#, 1, 1,
        .inputOpen("DS"),
      ),
    ] as [(String, Int, Int, DashboardProblem)]
  )
  func `what Grafana would not show is told with its place`(
    text: String,
    line: Int,
    column: Int,
    expected: DashboardProblem,
  ) throws {
    let fleet = try fleet(with: #"{"title": "B", "uid": "taken"}"#, of: "more/b.json")
    let problem = #expect(throws: FleetProblem.self) {
      try fleet.adding(dashboard: Array(text.utf8), of: "a.json")
    }
    #expect(problem?.fact == .dashboard(expected))
    #expect(problem?.mark == SourceMark(file: "a.json", line: line, column: column))
  }

  @Test func `two files of one name are told, wherever they are`() throws {
    let fleet = try fleet(with: #"{"title": "B"}"#, of: "more/A.json")
    let problem = #expect(throws: FleetProblem.self) {
      try fleet.adding(dashboard: Array(#"{"title": "A"}"#.utf8), of: "a.json")
    }
    #expect(problem?.fact == .dashboard(.nameTaken("a", by: "more/A.json")))
  }

  @Test func `inputs that nothing asks for do no harm`() throws {
    let text = #"{"title": "A", "__inputs": [{"name": "DS"}]}"#
    #expect(try fleet(with: text).hub.grafanaDesign.dashboards.count == 1)
  }

  @Test func `what no ConfigMap holds is refused`() throws {
    let space = String(repeating: " ", count: OwnDashboard.sizeLimit + 1)
    let problem = #expect(throws: FleetProblem.self) { try fleet(with: space) }
    #expect(problem?.fact == .dashboard(.tooLarge(limit: OwnDashboard.sizeLimit)))
  }
}
