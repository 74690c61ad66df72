import Fleet
import Objects
import Templates
import TestSupport
import Testing

/// A host is made of a Route's name and its namespace, and one label of it has 63 characters at most.
@Suite struct RouteHostTests {
  @Test(arguments: ["receive-openshift", "receive-olm", "collector-openshift"])
  func `the longest namespace that a file may have just leaves room for the longest Route`(
    _ example: String
  ) throws {
    let text = try ExampleFleet.text(of: example)
    let fleets = (1...63).compactMap { length in
      let namespace = String(repeating: "n", count: length)
      let file = text.replacing("\nnamespace: thanos\n", with: "\nnamespace: \(namespace)\n")
      return Fleet.read(Array(file.utf8), file: "fleet.yaml").fleet
    }
    let fleet = try #require(fleets.last)
    #expect(fleets.count == fleet.namespace.utf8.count)
    let labels = try render(fleet).manifests
      .filter { $0.reference.kind == .route && $0.reference.namespace == fleet.namespace }
      .map { "\($0.reference.name)-\(fleet.namespace)".utf8.count }
    #expect(labels.max() == 63)
  }
}
