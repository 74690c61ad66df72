package import Apply
package import Facts
package import Fleet
package import Kubernetes
package import ObjectStore

/// Everything that a run tells whoever watches it.
///
/// Events carry facts and values, never words; a view that does not care for one passes over it. Events of
/// one object come in order; those of different objects may come from different tasks.
package enum RunEvent: Sendable {
  // MARK: What was found

  /// What came of reading the fleet file, with the path as the person gave it.
  case fleetFile(FleetReading, path: String)
  /// A request to a cluster has ended; there are thousands of them.
  case requested(RequestTrace)
  /// A cluster keeps the run waiting, or does so no more.
  case contact(ContactNews)
  /// A credential plugin says something to people, as where to log in.
  case programSaid(ProgramNews)
  /// A cluster takes an object and advises against it.
  case warned(APIWarning)
  /// What would be done.
  case planned(PlannedRun)
  /// Another run has worked on the fleet since the plan was made: this is the plan now.
  case plannedAnew(PlannedRun)
  /// What is there and ready.
  case status(StatusReport)
  /// What keeps the fleet from working, or will.
  case diagnosed(DoctorReport)
  /// Whether the clusters' metrics arrive.
  case verified(VerifyReport)
  /// Not all of them arrive yet, and it is looked again for as long as this.
  case unverified(VerifyReport, left: Duration)

  // MARK: What is done

  /// Nothing keeps a second run from working now.
  case unlocked(Unlocked)
  case bucket(BucketEvent, bucket: String)
  /// The walk through a plan begins, and changes managed clusters in these waves.
  case begun(PlannedRun, waves: [[String]])
  /// One object's way through the walk.
  case step(ApplyEvent)
  /// The fleet's lease could not be renewed this time, and is ours as far as we know.
  case leaseInDoubt(FleetLease.Trouble)
  /// The fleet's lease was lost: nothing more is started.
  case leaseLost(FleetLease.Refusal)
  /// A signal came: nothing more is started.
  case interrupted
  /// The walk has ended.
  case ended(ApplyOutcome, RunPurpose)

  // MARK: The bucket's content

  /// What a purge finds and does.
  case purge(PurgeEvent, bucket: String)
}
