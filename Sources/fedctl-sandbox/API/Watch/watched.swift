import JSON

extension Cluster {
  /// The events of a watch, as they go over the wire.
  func watch(
    _ filter: ObjectFilter,
    _ query: Query,
    as form: AnswerForm = .whole,
  ) throws(APIStatus) -> AsyncStream<JSON> {
    let revision = query["resourceVersion"].flatMap { Int($0) } ?? 0
    let initial = query.flag("sendInitialEvents") || revision == 0
    let forgotten = try read { $0.forgotten }
    guard initial || revision >= forgotten else { return tooOld(revision, oldest: forgotten) }
    // State and subscription are taken in one moment, so that no change is lost or told twice.
    let changes = try changes { (state) throws(APIStatus) in
      if initial { return state.presentAsAdded(filter) }
      return state.history.filter { $0.revision > revision }
    }
    let marks = query.flag("allowWatchBookmarks")
    let bookmark = try read { (state) in state.bookmark(filter, endsInitial: initial) }
    // Events have a stream of their own: whoever stops reading it ends the relay, and with that the
    // subscription.
    let (events, out) = AsyncStream.makeStream(of: JSON.self)
    let seconds = query["timeoutSeconds"].flatMap { Double($0) } ?? 1800
    let work = Task {
      await withTaskGroup(of: Void.self) { group in
        group.addTask { await relay(changes, filter, form, to: out) }
        group.addTask { try? await Task.sleep(for: .seconds(seconds)) }
        if marks, query.flag("sendInitialEvents") { out.yield(bookmark) }
        await group.next()
        group.cancelAll()
      }
      out.finish()
    }
    out.onTermination = { _ in work.cancel() }
    return events
  }
}

/// Turns changes into events until the changes end or the task is cancelled.
private func relay(
  _ changes: AsyncStream<Change>,
  _ filter: ObjectFilter,
  _ form: AnswerForm,
  to out: AsyncStream<JSON>.Continuation,
) async {
  for await change in changes {
    if let event = change.event(for: filter) {
      out.yield(form.shown(event: event, filter.resource))
    }
  }
}

extension Change {
  /// What a watcher sees of this: an object that begins or ceases to match comes or goes for it.
  func event(for filter: ObjectFilter) -> JSON? {
    guard resource.qualifiedName == filter.resource.qualifiedName else { return nil }
    let matches = filter.matches(object)
    let matched = previous.map(filter.matches) ?? false
    let seen: Verb? =
      switch (verb, matched, matches) {
      case (.deleted, true, _), (_, true, false): .deleted
      case (.deleted, false, _), (_, false, false): nil
      case (_, true, true): .modified
      case (_, false, true): .added
      }
    return seen.map { ["type": .string($0.rawValue), "object": object] }
  }
}

extension ClusterState {
  /// What is there now, as the first events of a watch that begins without a version.
  fileprivate func presentAsAdded(_ filter: ObjectFilter) -> [Change] {
    list(filter.resource, in: filter.namespace).map {
      Change(
        verb: .added,
        resource: filter.resource,
        object: $0,
        previous: nil,
        revision: revision,
      )
    }
  }

  /// The event that tells a client up to which version it has seen all.
  fileprivate func bookmark(_ filter: ObjectFilter, endsInitial: Bool) -> JSON {
    var metadata: JSONObject = ["resourceVersion": .string(String(revision))]
    if endsInitial { metadata["annotations"] = ["k8s.io/initial-events-end": "true"] }
    return [
      "type": "BOOKMARK",
      "object": [
        "kind": .string(filter.resource.kind), "apiVersion": .string(filter.resource.apiVersion),
        "metadata": .object(metadata),
      ],
    ]
  }
}

/// A watch that begins before what the server remembers ends with an error among its events.
private func tooOld(_ revision: Int, oldest: Int) -> AsyncStream<JSON> {
  let status = APIStatus(
    code: 410,
    reason: "Expired",
    message: "too old resource version: \(revision) (\(oldest))",
  )
  return AsyncStream { out in
    out.yield(["type": "ERROR", "object": status.body])
    out.finish()
  }
}
