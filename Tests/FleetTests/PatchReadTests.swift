import Facts
import JSON
import Objects
import TestSupport
import Testing

@testable import Fleet

@Suite struct PatchReadTests {
  private func reading(_ patch: String, more: String = "") -> FleetReading {
    Sample.receive(more: "patches: [\(patch)]\n\(more)").reading
  }

  private func change(_ patch: String) throws -> Patch.Change {
    let reading = reading("{target: {kind: Secret}, \(patch)}")
    return try #require(reading.fleet?.patches.first, "\(facts(reading))").change
  }

  @Test func `a patch is strategic unless it says otherwise`() throws {
    #expect(try change("merge: {a: 1}") == .strategic(["a": 1]))
    #expect(try change("type: strategic, merge: {a: 1}") == .strategic(["a": 1]))
    #expect(try change("type: merge, merge: {a: 1}") == .merge(["a": 1]))
  }

  @Test func `operations are read in order`() throws {
    let at = try #require(JSONPointer("/a"))
    let from = try #require(JSONPointer("/b/0"))
    let operations = """
      ops: [{op: add, path: /a, value: [1, {x: y}]}, {op: remove, path: /a}, {op: move, from: /b/0, path: /a}, \
      {op: test, path: /a, value: null}]
      """
    let expected = Patch.Change.operations([
      .add(at, [1, ["x": "y"]]), .remove(at), .move(from: from, to: at), .test(at, .null),
    ])
    #expect(try change(operations) == expected)
    #expect(try change("type: json, \(operations)") == expected)
  }

  @Test(
    arguments: [
      "merge: {}, ops: []", "type: merge", "type: json, merge: {}", "type: strategic, ops: []",
    ]
  )
  func `a patch says one thing`(_ patch: String) {
    #expect(facts(reading("{target: {kind: Secret}, \(patch)}")) == [.patch(.undecided)])
  }

  @Test(
    arguments: [
      ("{op: add, path: /a}", .operationKey("value", op: "add", isMissing: true)),
      (
        "{op: remove, path: /a, value: 1}", .operationKey("value", op: "remove", isMissing: false),
      ),
      ("{op: copy, path: /a}", .operationKey("from", op: "copy", isMissing: true)),
    ] as [(String, PatchProblem)]
  )
  func `an operation has the keys that it needs`(_ operation: String, _ problem: PatchProblem) {
    let reading = reading("{target: {kind: Secret}, ops: [\(operation)]}")
    #expect(facts(reading) == [.patch(problem)])
  }

  @Test func `a path is a pointer`() {
    let reading = reading("{target: {kind: Secret}, ops: [{op: remove, path: a/b}]}")
    #expect(facts(reading) == [.form(.pointer("a/b"))])
  }

  @Test func `a target says something`() {
    let keys = ["kind", "name", "labels", "cluster", "group"]
    let reading = reading("{target: {}, merge: {}}")
    #expect(facts(reading) == [.table(.nothingChosen(of: "a patch's target", keys: keys))])
  }

  @Test func `each kind of several is known, and a pattern fits some cluster`() {
    let kinds = facts(reading("{target: {kind: [Secret, Sekret]}, merge: {}}"))
    guard case .patch(.unknownKind("Sekret", _))? = kinds.first, kinds.count == 1 else {
      Issue.record("\(kinds)")
      return
    }
    #expect(facts(reading("{target: {cluster: 'h*'}, merge: {}}")) == [])
    #expect(
      facts(reading("{target: {cluster: 'x*'}, merge: {}}")) == [
        .patch(.unknownCluster("x*", known: ["hub", "a", "b"]))
      ]
    )
    #expect(
      facts(reading("{target: {group: far}, merge: {}}")) == [
        .patch(.unknownGroup("far", known: []))
      ]
    )
  }

  @Test func `a field's place is found within a list's element`() throws {
    let reading = reading(
      "{target: {kind: Secret}, merge: {l: [{name: a}, {name: b, c: 1}]}}"
    )
    let patch = try #require(reading.fleet?.patches.first)
    let place = FieldPath(keys: "l") / .element(key: "name", value: "b") / "c"
    let mark = try #require(patch.mark(of: place))
    let line = try #require(
      reading.lines(of: "fleet.yaml").indices.contains(mark.line - 1)
        ? reading.lines(of: "fleet.yaml")[mark.line - 1] : nil
    )
    #expect(line.dropFirst(mark.column - 1).hasPrefix("c: 1"))
  }
}
