import HTTP
package import JSON
package import Objects

extension KubernetesClient {
  /// Waits, by watching it, until an object is as it should be, and returns it as it then is.
  ///
  /// `until` is asked of every state of the object, nil while it does not exist. A failure that the
  /// object reports ends the wait at once, the timeout with what was missing last.
  package func wait(
    for object: ObjectReference,
    timeout: Duration,
    until: @escaping @Sendable (JSON?) -> Readiness,
    onProgress: @escaping @Sendable (Readiness) async -> Void = { _ in },
  ) async throws(KubernetesError) -> JSON? {
    let wait = ObjectWait(client: self, object: object, until: until, onProgress: onProgress)
    return try await wait.finish(within: timeout)
  }
}

/// One object that is waited for.
private struct ObjectWait: Sendable {
  let client: KubernetesClient
  let object: ObjectReference
  let until: @Sendable (JSON?) -> Readiness
  let onProgress: @Sendable (Readiness) async -> Void

  func finish(within timeout: Duration) async throws(KubernetesError) -> JSON? {
    let deadline = ContinuousClock.now + timeout
    var last: Readiness?
    while true {
      let live = try await client.get(object)
      if try await isReady(live, &last) { return live }
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else {
        throw .notReady(
          object: object.localDescription,
          after: timeout,
          last: last ?? .waiting("unknown"),
        )
      }
      if let seen = try await watch(from: live, for: left, &last) { return seen.object }
    }
  }

  private struct Seen {
    let object: JSON?
  }

  /// Whether a state is what is waited for; what it says is told when it is news.
  private func isReady(
    _ live: JSON?,
    _ last: inout Readiness?,
  ) async throws(KubernetesError) -> Bool {
    let readiness = until(live)
    if case .failed(let reason) = readiness {
      throw .failed(object: object.localDescription, reason: reason)
    }
    if readiness != last { await onProgress(readiness) }
    last = readiness
    return readiness == .ready
  }

  /// Watches until the object is ready; nil where the watch has ended and has to be begun anew.
  private func watch(
    from live: JSON?,
    for left: Duration,
    _ last: inout Readiness?,
  ) async throws(KubernetesError) -> Seen? {
    let version = live?.metadata.resourceVersion
    var seen: Seen?
    var state = last
    defer { last = state }
    do throws(KubernetesError) {
      try await client.watch(object, from: version, for: left) { event throws(KubernetesError) in
        let live = event.type == .deleted ? nil : event.object
        guard try await isReady(live, &state) else { return .more }
        seen = Seen(object: live)
        return .stop
      }
    } catch {
      if case .failed = error { throw error }
      // A watch may end at any time, or not be allowed; after a while the object is looked at anew.
      guard (try? await Task.sleep(for: .seconds(1))) != nil else { throw error }
    }
    return seen
  }
}
