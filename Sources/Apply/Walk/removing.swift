import Facts
import JSON
import Kubernetes
import Objects
import Plan

/// Taking an object away, or the fleet's part of it.
extension ApplyStep {
  /// Leaves a token good for a while after its successor was handed over to another cluster.
  ///
  /// Of a Secret that pods mount, none is left that uses it: they have been replaced by then.
  func letUsersGoOver() async throws(ApplyError) {
    let isSucceeded = change.notes.contains { if case .succeeded = $0 { true } else { false } }
    guard isSucceeded, change.live?.metadata.label(WellKnown.managedCluster) != nil else { return }
    await report(
      .waiting(reference, on: reference, .inUse(seconds: Int(grace.components.seconds)))
    )
    guard (try? await Task.sleep(for: grace)) != nil else {
      throw .kubernetes(.transport(TransportError(.cancelled, url: client.server)))
    }
  }

  /// Applies nothing but the object's name, which takes every field of ours away; a text that others write
  /// too loses the fleet's part before.
  func release() async throws(ApplyError) {
    try await withdraw()
    do throws(KubernetesError) {
      _ = try await client.apply(Manifest(reference).body, as: reference)
    } catch {
      throw .kubernetes(error)
    }
  }

  /// What a Subscription has installed goes before it: the other way round, a run that ends between the
  /// two would leave an operator of which nothing tells any more whose it is.
  func removeWithCompanions() async throws(ApplyError) {
    try await refuseForeignContent()
    if let version = change.live?.installedVersion(of: reference) { try await remove(version) }
    try await remove()
  }

  /// Deletes exactly the object that the plan showed, and waits until it has gone.
  func remove(_ propagation: Propagation = .background) async throws(ApplyError) {
    guard let planned = change.live, try await delete(planned, propagation) else { return }
    try await waitForEnd(of: reference, uid: planned.metadata.uid)
  }

  /// Deletes what goes with the change's own object.
  private func remove(_ companion: ObjectReference) async throws(ApplyError) {
    do throws(KubernetesError) {
      guard try await client.delete(companion) else { return }
    } catch {
      throw .kubernetes(error)
    }
    try await waitForEnd(of: companion, uid: nil)
  }

  private func waitForEnd(of object: ObjectReference, uid: String?) async throws(ApplyError) {
    try await wait(for: object) { live in
      guard let live, uid == nil || live.metadata.uid == uid else { return .ready }
      return .waiting(.lingering(Linger(of: live)))
    }
  }
}

// MARK: What protects an object

extension ApplyStep {
  /// Deletes the form that the plan has read; one that has changed since is read again, and left alone where
  /// somebody has taken the fleet's label off it.
  ///
  /// One that somebody has deleted already is not deleted again, only waited for.
  ///
  /// - Returns: false where it has gone already.
  private func delete(_ planned: JSON, _ propagation: Propagation) async throws(ApplyError) -> Bool
  {
    if planned.metadata.isBeingDeleted { return true }
    var live = planned
    for attempt in 1...Self.attempts {
      do throws(KubernetesError) {
        return try await client.delete(
          reference,
          uid: live.metadata.uid,
          // What changes all the time, as a status, is deleted in the end in whatever form it has.
          version: attempt < Self.attempts ? live.metadata.resourceVersion : nil,
          propagation,
        )
      } catch {
        guard error.isConflict, let now = try await reread(live, after: error) else {
          throw .kubernetes(error)
        }
        live = now
      }
    }
    return true
  }

  /// How often an object that others write is read again before it is deleted.
  private static var attempts: Int { 5 }

  /// The same object as it is now.
  ///
  /// - Throws: the conflict where another object has taken its place, `disowned` where it is not the fleet's any more.
  private func reread(_ planned: JSON, after conflict: KubernetesError) async throws(ApplyError)
    -> JSON?
  {
    let now: JSON?
    do throws(KubernetesError) { now = try await client.get(reference) } catch {
      throw .kubernetes(error)
    }
    guard let now, now.metadata.uid == planned.metadata.uid else { return nil }
    let label = WellKnown.fleetLabel
    guard now.metadata.label(label) == planned.metadata.label(label) else { throw .disowned }
    return now
  }

  /// Somebody may have moved in since the plan was made.
  private func refuseForeignContent() async throws(ApplyError) {
    // Of what is going already, nothing can be kept.
    if change.live?.metadata.isBeingDeleted == true { return }
    guard let holding = await holding() else { return }
    // The claims that the plan knew have gone by now.
    let others = holding.claims.keys + holding.foreign
    guard others.isEmpty else { throw .notEmpty(others.sorted()) }
  }

  /// What would go with the object; nil for kinds that hold nothing.
  private func holding() async -> Holding? {
    switch reference.kind {
    case .namespace:
      await NamespaceSurvey(client: client, namespace: reference, fleet: fleet, atOnce: atOnce)
        .holding()
    case .customResourceDefinition:
      await DefinitionSurvey(
        client: client,
        definition: reference,
        live: change.live ?? [:],
        fleet: fleet,
      ).holding()
    default: nil
    }
  }
}
