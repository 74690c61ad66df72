package import Apply
import Fleet
import ObjectStore

/// One run that removes a fleet: from its clusters, and then from its bucket where that is asked for.
package struct TeardownRun: Sendable {
  package let session: FleetSession
  package let settings: TeardownSettings
  package let view: any RunView
  /// nil where the bucket is left alone.
  package let purge: PurgeRun?

  package init(
    session: FleetSession,
    settings: TeardownSettings,
    view: any RunView,
    purge: PurgeRun?,
  ) {
    self.session = session
    self.settings = settings
    self.view = view
    self.purge = purge
  }

  /// Only tells what would go, and whose metrics a purge would delete.
  package func rehearse() async throws -> Ending {
    let planned = try await session.teardown(settings)
    view.show(.planned(planned))
    try await purge?.tellOrigins()
    return planned.isIncomplete ? .incomplete : .complete
  }

  /// The purge is refused or approved before anything is deleted, and begins when nothing of the fleet
  /// can write to the bucket any more.
  package func run(
    approver: any Approver,
    _ apply: ApplySettings,
    interruption: @escaping @Sendable () async -> Void,
  ) async throws -> Ending {
    let survey = try await purge?.prepare()
    let clusters = FleetRun(
      session: session,
      view: view,
      approver: approver,
      question: .teardown(fleet: session.fleet.name),
      settings: apply,
      interruption: interruption,
      plan: { try await session.teardown(settings) },
    )
    let ending = try await clusters.run()
    guard let purge, let survey else { return ending }
    guard ending == .complete else {
      view.show(.purge(.heldBack, bucket: purge.access.bucket.name))
      return ending
    }
    return try await purge.run(survey)
  }
}
