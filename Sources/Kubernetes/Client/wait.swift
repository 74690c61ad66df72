import Facts
import HTTP
package import JSON
package import Objects

extension KubernetesClient {
  /// Waits, by watching it, until an object is as it should be, and returns it as it then is.
  ///
  /// `until` is asked of every state of the object, nil while it does not exist. A failure that the
  /// object reports ends the wait at once, the timeout with what was missing last. `onProgress` is told
  /// each state that differs from the one before.
  package func wait(
    for object: ObjectReference,
    timeout: Duration,
    until: @escaping @Sendable (JSON?) -> Readiness,
    onProgress: @escaping @Sendable (Readiness) async -> Void = { _ in },
  ) async throws(WaitError) -> JSON? {
    let wait = ObjectWait(client: self, object: object, until: until, onProgress: onProgress)
    do throws(WaitError) {
      return try await wait.finish(within: timeout)
    } catch {
      throw await explained(error)
    }
  }

  /// With the deepest cause that the cluster knows.
  private func explained(_ error: WaitError) async -> WaitError {
    switch error {
    case .request: error
    case .notReady(let object, let time, let last, _):
      .notReady(object, after: time, last: last, cause: await cause(of: object))
    case .failed(let object, let reason, _):
      .failed(object, reason, cause: await cause(of: object))
    }
  }
}

/// One object that is waited for.
private struct ObjectWait: Sendable {
  let client: KubernetesClient
  let object: ObjectReference
  let until: @Sendable (JSON?) -> Readiness
  let onProgress: @Sendable (Readiness) async -> Void

  /// A state of the object in which there is nothing left to wait for.
  private struct End {
    let live: JSON?
    let readiness: Readiness
  }

  /// Looks, then watches, until the object is ready or the time is over.
  func finish(within timeout: Duration) async throws(WaitError) -> JSON? {
    let deadline = ContinuousClock.now + timeout
    var told: Readiness?
    while true {
      let live = try await look(within: ContinuousClock.now.duration(to: deadline))
      let readiness = await judge(live, &told)
      guard case .waiting(let reason) = readiness else {
        return try outcome(of: End(live: live, readiness: readiness))
      }
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { throw .notReady(object, after: timeout, last: reason) }
      if let end = try await watch(from: live, for: left, &told) { return try outcome(of: end) }
    }
  }

  /// The object as it is now; a cluster that is away for longer than is left is not waited for.
  ///
  /// A last look gets what any first question gets, for what it finds is told as what was missing.
  private func look(within left: Duration) async throws(WaitError) -> JSON? {
    do throws(KubernetesError) {
      return try await client.hurried(max(left, client.patience.atFirst)).get(object)
    } catch {
      throw .request(error)
    }
  }

  /// What the end of a watch means for the wait.
  private func outcome(of end: End) throws(WaitError) -> JSON? {
    if case .failed(let reason) = end.readiness { throw .failed(object, reason) }
    return end.live
  }

  /// What a state is worth; it is told when it is news.
  private func judge(_ live: JSON?, _ told: inout Readiness?) async -> Readiness {
    let readiness = until(live)
    if case .failed = readiness { return readiness }
    if readiness != told { await onProgress(readiness) }
    told = readiness
    return readiness
  }

  /// Watches until the wait is over; nil where the watch has ended and has to be begun anew.
  private func watch(
    from live: JSON?,
    for left: Duration,
    _ told: inout Readiness?,
  ) async throws(WaitError) -> End? {
    let deadline = ContinuousClock.now + left
    var end: End?
    var state = told
    defer { told = state }
    do throws(KubernetesError) {
      try await client.watch(object, from: live?.metadata.resourceVersion, for: left) { event in
        let live = event.type == .deleted ? nil : event.object
        let readiness = await judge(live, &state)
        // A server that never stops talking keeps nobody waiting for longer than they meant to.
        if case .waiting = readiness { return ContinuousClock.now < deadline ? .more : .stop }
        end = End(live: live, readiness: readiness)
        return .stop
      }
    } catch {
      // A watch may end at any time, or not be allowed; after a while the object is looked at anew.
      guard (try? await Task.sleep(for: .seconds(1))) != nil else { throw .request(error) }
    }
    return end
  }
}
