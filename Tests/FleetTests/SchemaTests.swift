import Facts
import JSON
import Testing
import YAML

@testable import Fleet

@Suite struct SchemaTests {
  private static let schema = Fleet.jsonSchema

  /// Every schema within a part, references followed once, with the keys that lead to it.
  private func parts(_ part: JSON, _ path: String = "") -> [(String, JSON)] {
    var found = [(path, part)]
    for member in part["properties"]?.objectValue ?? [:] {
      found += parts(member.value, "\(path).\(member.key)")
    }
    for key in ["items", "additionalProperties", "propertyNames", "then"] {
      if let inner = part[key], inner.objectValue != nil { found += parts(inner, path) }
    }
    for key in ["anyOf", "allOf"] {
      for inner in part[key]?.arrayValue ?? [] { found += parts(inner, path) }
    }
    return found
  }

  private var all: [(String, JSON)] {
    parts(Self.schema)
      + (Self.schema["$defs"]?.objectValue ?? [:]).flatMap { parts($0.value, $0.key) }
  }

  @Test func `what it refers to is there, and nothing else is`() {
    let definitions = Self.schema["$defs"]?.objectValue ?? [:]
    let named = Set(all.compactMap { $0.1["$ref"]?.stringValue })
    #expect(named == Set(definitions.keys.map { "#/$defs/\($0)" }))
    #expect(named.count > 50)
  }

  @Test func `every key says what it is, and has an example`() {
    let definitions = Self.schema["$defs"]?.objectValue ?? [:]
    for (path, part) in all {
      for member in part["properties"]?.objectValue ?? [:]
      where member.key != "topology" || path != "" {
        let reference = member.value["$ref"]?.stringValue?.split(separator: "/").last.map(
          String.init
        )
        // What two keys say differently stands beside the reference to what they have alike.
        let shared = reference.flatMap { definitions[$0] }
        let description = member.value["description"] ?? shared?["description"]
        let examples = member.value["examples"] ?? shared?["examples"]
        #expect(description?.stringValue?.isEmpty == false, "\(path).\(member.key)")
        #expect(examples?.arrayValue?.isEmpty == false, "\(path).\(member.key)")
      }
    }
  }

  @Test(arguments: Topology.allCases)
  func `every example fits its key`(_ topology: Topology) throws {
    try check(.fleet.narrowed(to: topology), "")
  }

  private func check(_ record: Record, _ path: String) throws {
    for key in record.keys {
      let place = "\(path).\(key.name)"
      let text = YAML.text(["x": key.shownExample])
      let node = try #require(try YAML.document(Array(text.utf8), file: "x")?["x"], "\(place)")
      var check = ShapeCheck()
      check.check(node, key.shape, key.name, at: node.mark)
      #expect(check.problems.isEmpty, "\(place): \(text) \(check.problems.map(\.fact))")
      if let inner = key.shape.record { try self.check(inner, place) }
    }
  }
}

@Suite struct ExplanationTests {
  @Test func `a key is found with and without the brackets of lists`() throws {
    for path in ["clusters.name", "clusters[].name", "clusters[0].name"] {
      let found = Fleet.explanations(of: path)
      #expect(found.map(\.path) == ["clusters[].name"], "\(path)")
      #expect(found.first?.isRequired == true)
      #expect(found.first?.topologies == Topology.allCases)
    }
    #expect(Fleet.explanations(of: "groups.NAME.externalLabels").count == 1)
    #expect(Fleet.explanations(of: "nonsense").isEmpty)
  }

  @Test func `a key that means two things in two topologies is told twice`() {
    let found = Fleet.explanations(of: "namespace")
    #expect(found.map(\.standard) == ["thanos", "monitoring"])
    #expect(found.map(\.topologies) == [[.receive, .collector], [.federate, .sidecar]])
  }

  @Test func `the end of a way finds the keys, those of defaults and groups as the clusters'`() {
    let found = Fleet.keyPaths(endingIn: "externalLabels")
    #expect(found == ["clusters[].externalLabels"])
    #expect(Fleet.keyPaths(endingIn: "retention").count > 3)
    #expect(Fleet.keyPaths(endingIn: "abels").isEmpty)
  }

  @Test func `a misspelt key is told what it is like`() {
    #expect(Fleet.keyPaths(like: "hub.receive.retentoin") == ["hub.receive.retention"])
    #expect(Fleet.keyPaths(like: "clusters.externalLables") == ["clusters.externalLabels"])
    #expect(Fleet.keyPaths(like: "externalLables") == ["clusters[].externalLabels"])
    #expect(Fleet.keyPaths(like: "qqqqqqqqqq").isEmpty)
  }
}
