/// How a purge has ended.
package struct PurgeOutcome: Sendable {
  /// Objects, or versions and delete markers.
  package fileprivate(set) var deleted = 0
  package fileprivate(set) var aborted = 0
  /// How many the server kept, and the first of them with its reasons.
  package fileprivate(set) var kept = 0
  package fileprivate(set) var firstKept: [S3Undeleted] = []
  package fileprivate(set) var isInterrupted = false

  package init() {}

  fileprivate mutating func add(_ deleted: Int, kept: [S3Undeleted]) {
    self.deleted += deleted
    self.kept += kept.count
    firstKept += kept.prefix(max(0, 5 - firstKept.count))
  }

  /// Whether nothing of Thanos' is left that was found.
  package var isComplete: Bool { kept == 0 && !isInterrupted }
}

extension BucketPurge {
  /// Deletes what was surveyed and then whatever else of Thanos' there is, and tells how many have gone.
  ///
  /// Batches go out while the next ones are looked up, so that the server sets the pace. What fails
  /// ends the purge after the batches under way; cancelling the task does so too. Another run goes on.
  package func run(
    _ survey: BucketSurvey? = nil,
    progress: @escaping @Sendable (Int) -> Void,
  ) async throws(S3Error) -> PurgeOutcome {
    var outcome = PurgeOutcome()
    outcome.aborted = try await abortUploads()
    var distrust = PurgeDistrust()
    if let found = survey?.found {
      try await pass(&outcome, progress: progress) { send throws(S3Error) in
        for batch in found.batches(of: S3Client.batchSize) where !Task.isCancelled {
          distrust.note(batch)
          try await send(batch)
        }
      }
    }
    var before: Int
    repeat {
      try await distrust.beginPass()
      before = outcome.deleted
      outcome.kept = 0
      outcome.firstKept = []
      try await pass(&outcome, progress: progress) { send throws(S3Error) in
        try await forEachPage { page throws(S3Error) in
          let going = page.filter { goes($0.key) }
          distrust.note(going)
          try await send(going)
          return true
        }
      }
      // Somebody who was still writing shows in the next pass; who may not be deleted ends it.
    } while outcome.deleted > before && outcome.kept == 0 && !Task.isCancelled
    outcome.isInterrupted = Task.isCancelled
    if outcome.isComplete { try await verify() }
    return outcome
  }

  /// Looks by the other kind of listing, too: one that shows nothing may simply be broken.
  private func verify() async throws(S3Error) {
    for attempt in 1... {
      var left: [String] = []
      do throws(S3Error) {
        try await forEachPage(isOther: true) { page throws(S3Error) in
          left += page.lazy.map(\.key).filter(goes).prefix(5 - left.count)
          return left.isEmpty
        }
      } catch {
        // Many servers know no versions.
        guard !includesVersions, error.isNotImplemented else { throw error }
      }
      guard !left.isEmpty, !Task.isCancelled else { return }
      guard attempt < PurgeDistrust.patience else {
        throw .malformed(request: "s3:DeleteObject", .keysStillListed(left))
      }
      // A listing may be behind for a moment.
      try? await Task.sleep(for: .seconds(attempt))
    }
  }

  private typealias Batch = Result<(deleted: Int, kept: [S3Undeleted]), S3Error>
  private typealias Send = ([S3Object]) async throws(S3Error) -> Void

  /// Deletes all batches that `source` sends.
  private func pass(
    _ outcome: inout PurgeOutcome,
    progress: @escaping @Sendable (Int) -> Void,
    from source: (Send) async throws(S3Error) -> Void,
  ) async throws(S3Error) {
    var (sum, failure) = (outcome, S3Error?.none)
    await withTaskGroup(of: Batch.self) { group in
      var underWay = 0
      func settle(_ batch: Batch) {
        underWay -= 1
        switch batch {
        case .success(let done):
          sum.add(done.deleted, kept: done.kept)
          progress(sum.deleted)
        case .failure(let error): failure = failure ?? error
        }
      }
      do throws(S3Error) {
        try await source { batch throws(S3Error) in
          guard !batch.isEmpty else { return }
          while underWay >= maximumInFlight, let done = await group.next() { settle(done) }
          if let failure { throw failure }
          underWay += 1
          group.addTask { await delete(batch) }
        }
      } catch {
        failure = failure ?? error
      }
      for await done in group { settle(done) }
    }
    outcome = sum
    if let failure, !Task.isCancelled { throw failure }
  }

  /// One batch; what the server kept is told, not thrown.
  private func delete(_ batch: [S3Object]) async -> Batch {
    do throws(S3Error) {
      let kept = try await client.delete(batch)
      return .success((batch.count - kept.count, kept))
    } catch {
      return .failure(error)
    }
  }

  /// Parts of uploads take room that no listing of objects shows.
  private func abortUploads() async throws(S3Error) -> Int {
    var count = 0
    try await forEachUpload { uploads throws(S3Error) in
      let ours = uploads.filter(goes)
      for start in stride(from: 0, to: ours.count, by: maximumInFlight) {
        let some = ours[start..<min(start + maximumInFlight, ours.count)]
        try await abort(Array(some))
        count += some.count
      }
    }
    return count
  }

  /// Uploads that nobody will finish.
  private func abort(_ uploads: [S3Upload]) async throws(S3Error) {
    let failure = await withTaskGroup(of: S3Error?.self) { group in
      for upload in uploads {
        group.addTask {
          do throws(S3Error) { try await client.abort(upload) } catch { return error }
          return nil
        }
      }
      return await group.reduce(nil) { $0 ?? $1 }
    }
    if let failure { throw failure }
  }
}
