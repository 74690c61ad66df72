import Fleet
import ObjectStore

/// Purging a fleet's bucket: what guards it, what asks for it, and what is told of it.
struct BucketRemoval {
  let access: BucketAccess
  let options: PurgeOptions
  let console: Console

  private var view: PurgeView { PurgeView(bucket: access.bucket.name, console: console) }

  /// Looks at the bucket, tells what would go, refuses what must not be purged, and asks for the
  /// bucket's name; nil where the bucket has gone already.
  func prepare() async throws -> BucketSurvey? {
    guard let purge = try await guarded() else { return nil }
    let survey = try await purge.survey { view.showSurvey($0) }
    view.tell(survey, options)
    if survey.foreign > 0, !options.keepForeign {
      throw PurgeRefusal.foreignKeys(survey.foreign, survey.foreignKeys)
    }
    if !survey.isEmpty || options.deleteBucket { try approve() }
    return survey
  }

  /// As `prepare`, with whose metrics they are, and nothing is refused for its keys.
  func tellOrigins() async throws {
    guard let purge = try await guarded() else { return }
    let (survey, origins) = try await purge.origins { view.showSurvey($0) }
    view.tell(survey, options)
    view.tell(origins)
  }

  /// Purges what was surveyed, and whatever Thanos has written since.
  func run(_ survey: BucketSurvey) async throws -> Ending {
    guard let purge = try await guarded() else { return .complete }
    let outcome = try await interruptible(purge, of: survey.objects)
    view.tell(outcome)
    if outcome.isInterrupted { return .interrupted }
    guard outcome.isComplete else { return .incomplete }
    guard options.deleteBucket else { return .complete }
    return try await deleteBucket()
  }

  /// nil where the bucket has gone already.
  private func guarded() async throws -> BucketPurge? {
    do throws(S3Error) {
      try await access.client.check(prefix: access.prefix)
    } catch {
      guard error.isMissingBucket else { throw error }
      view.tellMissing()
      return nil
    }
    let refusal = try await access.client.mayPurge(
      as: access.fleet,
      trustsUntagged: options.dangerousPurgeUntagged,
    )
    if let refusal { throw refusal }
    return try await BucketPurge(access.client, prefix: access.prefix)
  }

  private func approve() throws {
    let name = access.bucket.name
    guard let confirmed = options.confirmBucket else {
      return try Approval(yes: false, question: .purge(bucket: name), console: console).ask()
    }
    guard confirmed == name else { throw Approval.Refusal.declined }
  }

  /// A signal ends it after what is under way; running it again goes on.
  private func interruptible(
    _ purge: BucketPurge,
    of total: Int,
  ) async throws(S3Error) -> PurgeOutcome {
    let progress = PurgeProgress(total: total)
    let result = await withTaskGroup(of: Result<PurgeOutcome, S3Error>?.self) { group in
      group.addTask {
        do throws(S3Error) {
          return .success(try await purge.run { view.show(progress.advanced(to: $0)) })
        } catch {
          return .failure(error)
        }
      }
      group.addTask {
        await Interruption.wait { view.tellInterruption() }
        return nil
      }
      var result: Result<PurgeOutcome, S3Error>?
      for await end in group {
        result = result ?? end
        group.cancelAll()
      }
      return result
    }
    console.clearStatus()
    return try result?.get() ?? PurgeOutcome()
  }

  private func deleteBucket() async throws -> Ending {
    guard try await access.client.isEmpty() else {
      view.tellNotEmpty()
      return .incomplete
    }
    try await access.client.deleteBucket()
    view.tellDeleted()
    return .complete
  }
}
