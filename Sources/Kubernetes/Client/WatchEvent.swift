import HTTP
import JSON
import Manifest

/// One line of a watch.
struct WatchEvent {
  enum Kind: String {
    case added = "ADDED"
    case modified = "MODIFIED"
    case deleted = "DELETED"
  }

  let type: Kind
  let object: JSON
}

extension KubernetesClient {
  /// The changes of one object from a version on; ends when the server ends the watch.
  ///
  /// Bookmarks are passed over. An ERROR event, as for a version that is too old, ends the stream.
  func events(
    of kind: ResourceKind,
    namespace: String?,
    name: String,
    from version: String?,
    for duration: Duration,
  ) async throws(KubernetesError) -> WatchEvents {
    let seconds = max(1, min(300, duration.components.seconds))
    var query = [
      (name: "watch", value: "1"), (name: "fieldSelector", value: "metadata.name=\(name)"),
      (name: "allowWatchBookmarks", value: "true"),
      (name: "timeoutSeconds", value: "\(seconds)"),
    ]
    if let version { query.append(("resourceVersion", version)) }
    let endpoint = Endpoint(kind, namespace: namespace, query: query)
    var request = try await request(for: Call(endpoint: endpoint), renewing: false)
    // The server ends the watch by itself; this is for one that has gone silent.
    request.timeout = .seconds(seconds + 10)
    return WatchEvents(pieces: transport.stream(request))
  }
}

/// The events of a watch, in the order of their lines.
struct WatchEvents: AsyncSequence {
  let pieces: AsyncThrowingStream<HTTPPiece, any Error>

  func makeAsyncIterator() -> Iterator { Iterator(pieces: pieces.makeAsyncIterator()) }

  struct Iterator: AsyncIteratorProtocol {
    var pieces: AsyncThrowingStream<HTTPPiece, any Error>.Iterator
    private var buffer = WatchBuffer()

    init(pieces: AsyncThrowingStream<HTTPPiece, any Error>.Iterator) { self.pieces = pieces }

    mutating func next() async throws(any Error) -> WatchEvent? {
      try await next(isolation: #isolation)
    }

    mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(any Error) -> WatchEvent? {
      while true {
        if let event = try buffer.next() { return event }
        guard let piece = try await pieces.next(isolation: actor) else { return nil }
        try buffer.take(piece)
      }
    }
  }
}

/// Bytes of a watch that have come and are not read yet.
private struct WatchBuffer {
  private var bytes: [UInt8] = []

  mutating func take(_ piece: HTTPPiece) throws(KubernetesError) {
    switch piece {
    case .head(let status, _) where status != 200: throw .status(APIStatus(code: status, body: []))
    case .head: break
    case .body(let more): bytes += more
    }
  }

  /// The next event of a complete line.
  mutating func next() throws(KubernetesError) -> WatchEvent? {
    while let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
      let line = bytes[..<end]
      bytes.removeSubrange(...end)
      guard let event = try? JSON(parsing: line), let object = event["object"] else {
        throw .malformedAnswer(reason: "a line of a watch that is no event")
      }
      if event["type"] == "ERROR" { throw .status(APIStatus(code: 410, body: object.bytes())) }
      if let type = event["type"]?.stringValue.flatMap(WatchEvent.Kind.init) {
        return WatchEvent(type: type, object: object)
      }
    }
    return nil
  }
}
