import Facts
import HTTP
import JSON
import Objects

extension KubernetesClient {
  /// Tells the changes of one object from a version on, until told to stop or the server ends it.
  ///
  /// Bookmarks are passed over. An ERROR event, as for a version that is too old, is thrown.
  func watch(
    _ object: ObjectReference,
    from version: String?,
    for duration: Duration,
    onEvent: (WatchEvent) async -> HTTPTransport.Flow,
  ) async throws(KubernetesError) {
    let request = try await watchRequest(object, version, duration)
    var buffer = WatchBuffer()
    var failure: KubernetesError?
    let response: HTTPResponse
    do throws(TransportError) {
      response = try await transport.stream(request) { bytes in
        do throws(KubernetesError) {
          try buffer.append(bytes)
          while let event = try buffer.next() {
            try check(event.object, is: object)
            if case .stop = await onEvent(event) { return .stop }
          }
          return .more
        } catch {
          failure = error
          return .stop
        }
      }
    } catch {
      throw .transport(error)
    }
    if let failure { throw failure }
    guard response.isSuccess else {
      throw .status(APIStatus(response, to: request.url))
    }
  }

  /// A watch that tells of something else is none of what was asked for.
  private func check(_ event: JSON, is object: ObjectReference) throws(KubernetesError) {
    do throws(AnswerFlaw) {
      try ExpectedAnswer.check(event, is: object)
    } catch {
      throw .malformedAnswer(error, from: Answerer(url: server))
    }
  }

  /// A watch of one object, which the server ends by itself.
  private func watchRequest(
    _ object: ObjectReference,
    _ version: String?,
    _ duration: Duration,
  ) async throws(KubernetesError) -> HTTPRequest {
    let seconds = max(1, min(300, duration.components.seconds))
    var query = [
      (name: "watch", value: "1"), (name: "fieldSelector", value: "metadata.name=\(object.name)"),
      (name: "allowWatchBookmarks", value: "true"),
      (name: "timeoutSeconds", value: "\(seconds)"),
    ]
    if let version { query.append(("resourceVersion", version)) }
    let endpoint = Endpoint(object.kind, namespace: object.namespace, query: query)
    var request = request(
      for: Call(endpoint: endpoint, answer: .events),
      showing: try await proof(),
    )
    // The server ends the watch by itself; this is for one that does not, and keeps nobody waiting any longer.
    request.timeout = min(.seconds(seconds + 10), max(duration, .seconds(1)) + .seconds(1))
    return request
  }
}
