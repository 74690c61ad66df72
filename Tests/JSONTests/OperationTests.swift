import JSON
import Testing

@Suite struct OperationTests {
  private static let value: JSON = [
    "a": [["name": "x", "v": 1], ["name": "y", "v": 2]], "b/c": 0,
  ]

  private static func at(_ text: String) throws -> JSONPointer { try #require(JSONPointer(text)) }

  @Test func `a pointer is read and written alike`() throws {
    for text in ["", "/", "/a/0/v", "/b~1c", "/~01", "/a/-"] {
      #expect(try Self.at(text).description == text)
    }
    #expect(try Self.at("/b~1c/~0").steps == ["b/c", "~"])
    for text in ["a", "a/b", "/~", "/~2"] { #expect(JSONPointer(text) == nil, "\(text)") }
  }

  @Test func `an element is inserted before a place, and behind the last one`() throws {
    let first = try Self.value.performing(.add(Self.at("/a/0"), 9))
    #expect(first["a"]?.arrayValue?.first == 9)
    #expect(first["a"]?.arrayValue?.count == 3)
    let last = try Self.value.performing(.add(Self.at("/a/-"), 9))
    #expect(last["a"]?.arrayValue?.last == 9)
  }

  @Test func `an element is found by a member that it alone has`() throws {
    let changed = try Self.value.performing(.replace(Self.at("/a/name=y/v"), 7))
    #expect(changed["a"]?[1]?["v"] == 7)
    #expect(changed["a"]?[0]?["v"] == 1)
    let removed = try Self.value.performing(.remove(Self.at("/a/v=1")))
    #expect(removed["a"]?.arrayValue?.map { $0["name"] } == ["y"])
    let twins: JSON = ["a": [["n": "x"], ["n": "x"]]]
    #expect(throws: JSONOperationFailure.self) { try twins.performing(.remove(Self.at("/a/n=x"))) }
  }

  @Test func `a member is set, moved and copied`() throws {
    let added = try Self.value.performing(.add(Self.at("/b~1c"), "new"))
    #expect(added["b/c"] == "new")
    let moved = try Self.value.performing(.move(from: Self.at("/b~1c"), to: Self.at("/d")))
    #expect(moved["b/c"] == nil && moved["d"] == 0)
    let copied = try Self.value.performing(.copy(from: Self.at("/a/1"), to: Self.at("/a/0")))
    #expect(copied["a"]?.arrayValue?.compactMap { $0["name"] } == ["y", "x", "y"])
  }

  @Test(arguments: ["/x/y", "/a/2/v", "/a/name=z", "/b~1c/d", "/x", "/a/2"])
  func `what is not there can be neither replaced nor removed`(_ text: String) throws {
    let path = try Self.at(text)
    let failure = JSONOperationFailure.nowhere(path)
    #expect(throws: failure) { try Self.value.performing(.replace(path, 1)) }
    #expect(throws: failure) { try Self.value.performing(.remove(path)) }
  }

  @Test func `a test changes nothing, or fails`() throws {
    let path = try Self.at("/b~1c")
    #expect(try Self.value.performing(.test(path, 0)) == Self.value)
    #expect(throws: JSONOperationFailure.differs(path)) {
      try Self.value.performing(.test(path, 1))
    }
  }
}
