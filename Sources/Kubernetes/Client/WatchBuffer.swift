package import Facts
import JSON

/// Bytes of a watch that have come and are not read yet.
package struct WatchBuffer {
  /// No object is larger: etcd takes 1.5 MiB.
  static let lineLimit = 16 << 20

  private var bytes: [UInt8] = []
  /// Where the first line that is not read begins.
  private var start = 0
  /// Up to where there is no end of that line: what was looked at is not looked at again.
  private var searched = 0

  /// Nothing has come yet.
  package init() {}

  /// Bytes as they come, split anywhere.
  ///
  /// - Throws: where the line that has begun is longer than any object.
  package mutating func append(_ more: [UInt8]) throws(KubernetesError) {
    if start > 0 {
      bytes.removeSubrange(..<start)
      searched -= start
      start = 0
    }
    bytes += more
    guard bytes.count <= Self.lineLimit || bytes[searched...].contains(Self.lineEnd) else {
      throw .malformedAnswer(.endlessLine(limit: Self.lineLimit))
    }
  }

  /// The next event of a complete line; nil until more bytes come.
  ///
  /// Bookmarks are passed over.
  ///
  /// - Throws: what an ERROR event tells, as that a version is too old to go on from.
  package mutating func next() throws(KubernetesError) -> WatchEvent? {
    while let line = nextLine() {
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

  private mutating func nextLine() -> ArraySlice<UInt8>? {
    guard let end = bytes[searched...].firstIndex(of: Self.lineEnd) else {
      searched = bytes.count
      return nil
    }
    defer {
      start = end + 1
      searched = end + 1
    }
    return bytes[start..<end]
  }

  private static let lineEnd = UInt8(ascii: "\n")

  /// The Status of an ERROR event; one without a code is taken for a version that is too old.
  private static func failure(_ status: JSON) -> APIStatus {
    let code = status["code"]?.integerValue.flatMap { Int(exactly: $0) }
    return APIStatus(code: code ?? 410, body: status.bytes())
  }
}
