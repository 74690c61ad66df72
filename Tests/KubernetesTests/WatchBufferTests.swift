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
      buffer.append([byte])
      #expect(try buffer.next() == nil)
    }
    buffer.append([UInt8(ascii: "\n")])
    let event = try #require(try buffer.next())
    #expect(event.type == .added)
    #expect(event.object.metadata.name == "querier")
    #expect(try buffer.next() == nil)
  }

  @Test func `a chunk may hold several events and the beginning of another`() throws {
    let third = line("DELETED", "three")
    var buffer = WatchBuffer()
    buffer.append(line("ADDED", "one") + line("MODIFIED", "two") + third.prefix(10))
    #expect(try names(in: &buffer) == ["one", "two"])
    buffer.append(Array(third.dropFirst(10)))
    #expect(try names(in: &buffer) == ["three"])
  }

  @Test func `bookmarks are passed over`() throws {
    var buffer = WatchBuffer()
    buffer.append(line("BOOKMARK", "") + line("MODIFIED", "two"))
    #expect(try names(in: &buffer) == ["two"])
  }

  @Test func `an ERROR event is the failure that it tells`() {
    let event: JSON = [
      "type": "ERROR",
      "object": ["kind": "Status", "code": 410, "reason": "Expired", "message": "too old"],
    ]
    var buffer = WatchBuffer()
    buffer.append(event.bytes() + Array("\n".utf8))
    let error = #expect(throws: KubernetesError.self) { try buffer.next() }
    guard case .status(let status) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(status.isExpired)
    #expect(status.message == "too old")
  }

  @Test(arguments: ["", "<html>", "{}", #"{"type":"ADDED"}"#])
  func `a line that is no event is none of the API's`(line: String) {
    var buffer = WatchBuffer()
    buffer.append(Array("\(line)\n".utf8))
    #expect(throws: KubernetesError.malformedAnswer(.noEvent)) { try buffer.next() }
  }
}
