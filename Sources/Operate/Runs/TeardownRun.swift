package import Apply
import Fleet
import ObjectStore

/// One run that removes a fleet: from its clusters, and then from its bucket where that is asked for.
package struct TeardownRun: Sendable {
  let session: FleetSession
  let host: RunHost
  let settings: TeardownSettings
  /// nil where the bucket is left alone.
  let purge: PurgeRun?

  /// The removal of the whole fleet or of one cluster, and with `purge` of the bucket's content.
  package init(
    _ session: FleetSession,
    for host: RunHost,
    _ settings: TeardownSettings,
    purge: PurgeRun?,
  ) {
    self.session = session
    self.host = host
    self.settings = settings
    self.purge = purge
  }

  /// Only tells what would go, and whose metrics a purge would delete.
  package func rehearse() async throws -> Ending {
    let planned = try await session.teardown(settings)
    host.view.show(.planned(planned))
    try await purge?.tellOrigins()
    return planned.isIncomplete ? .incomplete : .complete
  }

  /// The purge is refused or approved before anything is deleted, and begins when nothing of the fleet
  /// can write to the bucket any more.
  package func run(_ apply: ApplySettings) async throws -> Ending {
    let survey = try await purge?.prepare()
    let clusters = FleetRun(session, for: host, to: .teardown, apply) {
      try await session.teardown(settings)
    }
    let ending = try await clusters.run()
    guard let purge, let survey else { return ending }
    guard ending == .complete else {
      host.view.show(.purge(.heldBack, bucket: purge.access.bucket.name))
      return ending
    }
    return try await purge.run(survey)
  }
}
