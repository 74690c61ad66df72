import JSON
import Objects
import Testing
import YAML

@testable import Templates

/// Files whose values become known during apply.
@Suite struct DocumentTests {
  private static let route = ObjectReference(cluster: "hub", .route, namespace: "n", name: "r")
  private static let host = PendingValue.handOff(HandOff(from: route, .admittedHost))
  private static let key = PendingValue.credential(.secretAccessKey)

  private static let document: Document = [
    "plain": "a: b # c",
    "no": true,
    "settings": .known(["a": ["b": "\"c\""]]),
    "key": .pending(key),
    "nested": [
      "url": .joined([.text("https://"), .value(host), .text("/\"\\x")]),
      "entries": [["name": "one", "more": ["deep": "-"]], [["in", "lists"]], .members([])],
    ],
    "y: ": .list([]),
  ]

  /// What any reader must find, given values that look like structure.
  private static let meaning: JSON = [
    "plain": "a: b # c",
    "no": true,
    "settings": ["a": ["b": "\"c\""]],
    "key": "x\"\n- y: \\",
    "nested": [
      "url": "https://h.example.com/\"\\x",
      "entries": [["name": "one", "more": ["deep": "-"]], [["in", "lists"]], [:]],
    ],
    "y: ": [],
  ]

  @Test func `YAML holds its values, whatever they are`() throws {
    #expect(
      try YAML.document(Array(resolved(Self.document.yaml).utf8), file: "d")?.json == Self.meaning
    )
  }

  @Test func `JSON holds them too`() throws {
    #expect(try JSON(parsing: resolved(Self.document.json)) == Self.meaning)
  }

  /// The text that the parts become.
  private func resolved(_ parts: [Binding.Part]) throws -> String {
    let path = FieldPath(keys: "data", "file")
    let manifest = Manifest(Self.route, bindings: [Binding(path, parts)])
    let values = [Self.host: "h.example.com", Self.key: "x\"\n- y: \\"]
    return try #require(manifest.resolved(values)[path]?.stringValue)
  }

  @Test func `members that hold nothing are left out where that is asked for`() {
    let document = Document.fields(["a": nil, "b": .members([]), "c": .known(.bool(false))])
    #expect(document.json == [.text("{\"c\":false}")])
  }
}
