import Facts
import JSON
import Objects
import Testing

@testable import Kubernetes

@Suite struct WatchBufferTests {
  private func line(_ type: String, _ name: String) -> [UInt8] {
    let event: JSON = [
      "type": .string(type), "object": ["metadata": ["name": .string(name)]],
    ]
    return event.bytes() + Array("\n".utf8)
  }

  private func names(in buffer: inout WatchBuffer) throws -> [String] {
    var names: [String] = []
    while let event = try buffer.next() { names.append(event.object.metadata.name ?? "") }
    return names
  }

  @Test func `a line is an event once its end has come`() throws {
    let bytes = line("ADDED", "querier")
    var buffer = WatchBuffer()
    for byte in bytes.dropLast() {
      try buffer.append([byte])
      #expect(try buffer.next() == nil)
    }
    try buffer.append([UInt8(ascii: "\n")])
    let event = try #require(try buffer.next())
    #expect(event.type == .added)
    #expect(event.object.metadata.name == "querier")
    #expect(try buffer.next() == nil)
  }

  @Test func `a chunk may hold several events and the beginning of another`() throws {
    let third = line("DELETED", "three")
    var buffer = WatchBuffer()
    try buffer.append(line("ADDED", "one") + line("MODIFIED", "two") + third.prefix(10))
    #expect(try names(in: &buffer) == ["one", "two"])
    try buffer.append(Array(third.dropFirst(10)))
    #expect(try names(in: &buffer) == ["three"])
  }

  @Test func `bookmarks are passed over`() throws {
    var buffer = WatchBuffer()
    try buffer.append(line("BOOKMARK", "") + line("MODIFIED", "two"))
    #expect(try names(in: &buffer) == ["two"])
  }

  @Test func `an ERROR event is the failure that it tells`() throws {
    let event: JSON = [
      "type": "ERROR",
      "object": ["kind": "Status", "code": 410, "reason": "Expired", "message": "too old"],
    ]
    var buffer = WatchBuffer()
    try buffer.append(event.bytes() + Array("\n".utf8))
    let error = #expect(throws: KubernetesError.self) { try buffer.next() }
    guard case .status(let status) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(status.isExpired)
    #expect(status.message == "too old")
  }

  @Test(arguments: ["", "<html>", "{}", #"{"type":"ADDED"}"#])
  func `a line that is no event is none of the API's`(line: String) throws {
    var buffer = WatchBuffer()
    try buffer.append(Array("\(line)\n".utf8))
    #expect(throws: KubernetesError.malformedAnswer(.noEvent)) { try buffer.next() }
  }

  @Test func `a line without an end is left when it is longer than any object`() throws {
    var buffer = WatchBuffer()
    let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
    for _ in 0..<16 {
      try buffer.append(piece)
      #expect(try buffer.next() == nil)
    }
    #expect(throws: KubernetesError.malformedAnswer(.endlessLine(limit: 16 << 20))) {
      try buffer.append(piece)
    }
  }
}
