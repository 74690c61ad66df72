import Facts
import JSON

/// Bytes of a watch that have come and are not read yet.
struct WatchBuffer {
  private var bytes: [UInt8] = []

  /// Bytes as they come, split anywhere.
  mutating func append(_ more: [UInt8]) { bytes += more }

  /// The next event of a complete line; nil until more bytes come.
  ///
  /// Bookmarks are passed over.
  ///
  /// - Throws: what an ERROR event tells, as that a version is too old to go on from.
  mutating func next() throws(KubernetesError) -> WatchEvent? {
    while let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
      let line = bytes[..<end]
      bytes.removeSubrange(...end)
      guard let event = try? JSON(parsing: line), let object = event["object"] else {
        throw .malformedAnswer(.noEvent)
      }
      if event["type"] == "ERROR" { throw .status(Self.failure(object)) }
      if let type = event["type"]?.stringValue.flatMap(WatchEvent.Kind.init) {
        return WatchEvent(type: type, object: object)
      }
    }
    return nil
  }

  /// The Status of an ERROR event; one without a code is taken for a version that is too old.
  private static func failure(_ status: JSON) -> APIStatus {
    APIStatus(code: status["code"]?.integerValue.map(Int.init) ?? 410, body: status.bytes())
  }
}
