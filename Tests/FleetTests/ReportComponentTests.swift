import TestSupport
import Testing

@testable import Fleet

/// What reports of resource use tell by itself.
@Suite struct ReportComponentTests {
  private func reading(_ components: String) -> FleetReading {
    Fleet.read(
      Array((Sample.receive().text + "\nreport: {components: \(components)}\n").utf8),
      file: "fleet.yaml",
    )
  }

  @Test func `components are read in their order, with all workloads where none is named`() throws {
    let fleet = try #require(
      reading(
        "[{name: b, namespaces: [x-*], workloads: [envoy*]}, {name: a c, namespaces: [y]}]"
      ).fleet
    )
    #expect(
      fleet.reportComponents == [
        ReportComponent(name: "b", namespaces: ["x-*"], workloads: ["envoy*"]),
        ReportComponent(name: "a c", namespaces: ["y"], workloads: []),
      ]
    )
    #expect(Sample.receive().reading.fleet?.reportComponents == [])
  }

  @Test(arguments: [
    ("[{name: all, namespaces: [y]}]", FleetFact.form(.componentName("all"))),
    ("[{name: '<b>', namespaces: [y]}]", .form(.componentName("<b>"))),
    ("[{name: a, namespaces: [Y]}]", .form(.namePattern("Y"))),
    ("[{name: a, namespaces: []}]", .form(.empty)),
    ("[{name: a, namespaces: [y], workloads: ['a/b']}]", .form(.namePattern("a/b"))),
  ])
  func `a name that no report or cluster could have is refused`(
    components: String,
    fact: FleetFact,
  ) {
    #expect(facts(reading(components)) == [fact])
  }
}
