import Synchronization

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

  package var isComplete: Bool { kept == 0 && !isInterrupted }
}

extension BucketPurge {
  /// Deletes until nothing of Thanos' is left, and tells how many have gone.
  ///
  /// Listing goes on while batches are on their way, so that the server sets the pace. What fails ends
  /// the purge after the batches under way; cancelling the task does so too. Another run goes on.
  package func run(
    progress: @escaping @Sendable (Int) -> Void
  ) async throws(S3Error) -> PurgeOutcome {
    var outcome = PurgeOutcome()
    outcome.aborted = try await abortUploads()
    var before: Int
    repeat {
      before = outcome.deleted
      outcome.kept = 0
      outcome.firstKept = []
      try await pass(&outcome, progress: progress)
      // Somebody who was still writing shows in the next pass; who may not be deleted ends it.
    } while outcome.deleted > before && outcome.kept == 0 && !Task.isCancelled
    outcome.isInterrupted = Task.isCancelled
    return outcome
  }

  private typealias Batch = Result<(deleted: Int, kept: [S3Undeleted]), S3Error>

  /// Everything once.
  private func pass(
    _ outcome: inout PurgeOutcome,
    progress: @escaping @Sendable (Int) -> Void,
  ) async throws(S3Error) {
    var (sum, failure) = (outcome, S3Error?.none)
    await withTaskGroup(of: Batch.self) { group in
      var underWay = 0
      func settle(_ batch: Batch) {
        underWay -= 1
        switch batch {
        case .success(let done):
          sum.deleted += done.deleted
          sum.kept += done.kept.count
          sum.firstKept += done.kept.prefix(max(0, 5 - sum.firstKept.count))
          progress(sum.deleted)
        case .failure(let error): failure = failure ?? error
        }
      }
      do throws(S3Error) {
        try await forEachPage { objects throws(S3Error) in
          let batch = objects.filter { goes($0.key) }
          guard !batch.isEmpty, failure == nil else { return }
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
      let ours = uploads.filter { goes($0.key) }
      for start in stride(from: 0, to: ours.count, by: maximumInFlight) {
        let some = ours[start..<min(start + maximumInFlight, ours.count)]
        try await abort(Array(some))
        count += some.count
      }
    }
    return count
  }

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
