import JSON
import Testing

@testable import fedctl_sandbox

@Suite struct ServerPatchTests {
  @Test func `a merge patch sets, merges and removes`() {
    let value: JSON = ["a": ["b": 1, "c": 2], "d": [1]]
    #expect(
      mergePatched(value, ["a": ["b": .null, "e": 3], "d": [2]]) == [
        "a": ["c": 2, "e": 3], "d": [2],
      ]
    )
  }

  @Test(
    arguments: [
      ([["op": "add", "path": "/l/1", "value": 9]], ["l": [1, 9, 2], "a/b": 0]),
      ([["op": "add", "path": "/l/-", "value": 9]], ["l": [1, 2, 9], "a/b": 0]),
      ([["op": "remove", "path": "/l/0"]], ["l": [2], "a/b": 0]),
      ([["op": "replace", "path": "/a~1b", "value": 5]], ["l": [1, 2], "a/b": 5]),
      ([["op": "move", "from": "/a~1b", "path": "/c"]], ["l": [1, 2], "c": 0]),
      (
        [["op": "test", "path": "/l/0", "value": 1], ["op": "remove", "path": "/l"]], ["a/b": 0],
      ),
    ] as [(JSON, JSON)]
  )
  func `a JSON patch does its operations in order`(patch: JSON, expected: JSON) throws {
    #expect(try jsonPatched(["l": [1, 2], "a/b": 0], patch) == expected)
  }

  @Test func `a JSON patch of what is not there is refused`() {
    #expect(throws: APIStatus.self) { try jsonPatched([:], [["op": "remove", "path": "/a"]]) }
  }

  @Test func `a strategic patch finds list elements by their key`() {
    let schema = Schemas.known.kind("Service", version: "v1")
    let live: JSON = ["spec": ["ports": [["port": 80, "name": "a"], ["port": 81, "name": "b"]]]]
    let patch: JSON = [
      "spec": ["ports": [["port": 81, "name": "c"], ["port": 80, "$patch": "delete"]]]
    ]
    #expect(
      strategicallyPatched(live, patch, schema) == ["spec": ["ports": [["port": 81, "name": "c"]]]]
    )
  }
}
