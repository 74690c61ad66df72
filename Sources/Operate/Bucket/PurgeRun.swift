import Fleet
package import ObjectStore

/// Purging a fleet's bucket: what guards it, what asks for it, and what is told of it.
package struct PurgeRun: Sendable {
  let access: BucketAccess
  let host: RunHost
  let settings: PurgeSettings

  /// A purge of the bucket that `access` leads to; nothing is looked at yet.
  package init(_ access: BucketAccess, for host: RunHost, _ settings: PurgeSettings) {
    self.access = access
    self.host = host
    self.settings = settings
  }

  /// Looks at the bucket, tells what would go, refuses what must not be purged, and asks for the
  /// bucket's name; nil where the bucket has gone already.
  package func prepare() async throws -> BucketSurvey? {
    guard let purge = try await guarded() else { return nil }
    let survey = try await purge.survey { show(.counted($0)) }
    show(.surveyed(survey, settings))
    if survey.foreign > 0, !settings.keepsForeign {
      throw PurgeRefusal.foreignKeys(survey.foreign, survey.foreignKeys)
    }
    if !survey.isEmpty || settings.deletesBucket {
      try await host.approver.approve(.purge(bucket: access.bucket.name))
    }
    return survey
  }

  /// As `prepare`, with whose metrics they are, and nothing is refused for its keys.
  package func tellOrigins() async throws {
    guard let purge = try await guarded() else { return }
    let (survey, origins) = try await purge.origins { show(.counted($0)) }
    show(.surveyed(survey, settings))
    show(.origins(origins))
  }

  /// Purges what was surveyed, and whatever Thanos has written since.
  package func run(_ survey: BucketSurvey) async throws -> Ending {
    guard let purge = try await guarded() else { return .complete }
    let outcome = try await interruptible(purge, survey)
    show(.ended(outcome))
    if outcome.isInterrupted { return .interrupted }
    guard outcome.isComplete else { return .incomplete }
    guard settings.deletesBucket else { return .complete }
    return try await deleteBucket()
  }

  /// nil where the bucket has gone already.
  private func guarded() async throws -> BucketPurge? {
    do throws(S3Error) {
      try await access.client.check(prefix: access.prefix)
    } catch {
      guard error.isMissingBucket else { throw error }
      show(.bucketMissing)
      return nil
    }
    let refusal = try await access.client.mayPurge(
      as: access.fleet,
      trustsUntagged: settings.trustsUntagged,
    )
    if let refusal { throw refusal }
    return try await BucketPurge(access.client, prefix: access.prefix)
  }

  /// A signal ends it after what is under way; running it again goes on.
  private func interruptible(
    _ purge: BucketPurge,
    _ survey: BucketSurvey,
  ) async throws(S3Error) -> PurgeOutcome {
    let result = await withTaskGroup(of: Result<PurgeOutcome, S3Error>?.self) { group in
      group.addTask { await deleteAll(purge, survey) }
      group.addTask {
        await host.watch { show(.interrupted) }
        return nil
      }
      var result: Result<PurgeOutcome, S3Error>?
      for await end in group {
        result = result ?? end
        group.cancelAll()
      }
      return result
    }
    return try result?.get() ?? PurgeOutcome()
  }

  private func deleteAll(
    _ purge: BucketPurge,
    _ survey: BucketSurvey,
  ) async -> Result<PurgeOutcome, S3Error> {
    let total = survey.objects
    do throws(S3Error) {
      return .success(try await purge.run(survey) { show(.deleted($0, of: total)) })
    } catch {
      return .failure(error)
    }
  }

  private func deleteBucket() async throws -> Ending {
    guard try await access.client.isEmpty() else {
      show(.bucketNotEmpty)
      return .incomplete
    }
    try await access.client.deleteBucket()
    show(.bucketDeleted)
    return .complete
  }

  private func show(_ event: PurgeEvent) {
    host.view.show(.purge(event, bucket: access.bucket.name))
  }
}
