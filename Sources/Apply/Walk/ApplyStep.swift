import Facts
import JSON
import Kubernetes
import Objects
import Plan

/// Does what the plan says about one object, and waits until it has come true.
struct ApplyStep: Sendable {
  let change: Change
  let client: KubernetesClient
  let values: LiveValues
  let fleet: String
  let waitTimeout: Duration
  let waitsForNames: Bool
  let grace: Duration
  /// How many requests are begun at once where the step asks for much.
  let atOnce: Int
  let report: @Sendable (ApplyEvent) async -> Void

  var reference: ObjectReference { change.reference }

  /// Does it; what was done has not come true yet.
  func carryOut() async throws(ApplyError) {
    if let obstacle = change.obstacles.first { throw .obstacle(obstacle) }
    switch change.action {
    case .none: break
    case .create, .update, .adopt:
      // What is made although it is there is on its way out, by itself or with its namespace.
      if change.action == .create, change.live != nil { try await waitUntilGone() }
      try await store()
    case .replace: try await replace()
    case .delete:
      try await letUsersGoOver()
      try await removeWithCompanions()
    case .release: try await release()
    }
  }

  /// Waits until what is there now works.
  func settle() async throws(ApplyError) {
    switch change.action {
    case .none, .create, .update, .adopt, .replace: try await becomeReady()
    case .delete, .release: break
    }
  }

  // MARK: Storing

  private func store() async throws(ApplyError) {
    guard let desired = change.desired else { return }
    let body = try await values.resolve(desired)
    if let key = desired.manifest.sharedText, desired.unavailable.isEmpty {
      return try await share(body, key)
    }
    do throws(KubernetesError) {
      try await takeOver()
      try await store(body, force: change.takesOver)
    } catch {
      throw .kubernetes(error)
    }
  }

  func store(_ body: JSON, force: Bool) async throws(KubernetesError) {
    let stored = try await client.apply(body, as: reference, ApplyOptions(force: force))
    values.keep(stored, at: reference)
  }

  /// Deletes and creates again, once the server has said that it would take the new object as it is now.
  ///
  /// - Throws: `deletedOnly` where the old one has gone and the new one is not there.
  private func replace() async throws(ApplyError) {
    guard let desired = change.desired else { return }
    let body = try await values.resolve(desired)
    do throws(KubernetesError) {
      _ = try await client.tryAnew(body, as: reference)
    } catch {
      throw .kubernetes(error)
    }
    try await remove(change.keepsPods ? .orphan : .background)
    do throws(KubernetesError) {
      try await store(body, force: true)
    } catch {
      throw .deletedOnly(error)
    }
  }

  /// Makes fedctl the owner of what hands have set, so that applying removes their leftovers.
  ///
  /// An object that has changed since the plan only where nothing was planned, as after a new status, is
  /// read again.
  private func takeOver() async throws(KubernetesError) {
    guard !change.isShared, let planned = change.live else { return }
    var live = planned
    var contention = Contention(lasting: waitTimeout)
    while true {
      guard let patch = takeoverPatch(of: live) else { return }
      do throws(KubernetesError) {
        _ = try await client.mergePatch(reference, patch)
        return
      } catch {
        guard error.status?.isConflict == true, await contention.mayTryAgain(),
          let now = try await client.get(reference),
          now.metadata.uid == planned.metadata.uid,
          now.isStill(
            planned,
            desired: change.desired?.body ?? [:],
            isOurs: change.action != .adopt,
          )
        else { throw error }
        live = now
      }
    }
  }

  private func takeoverPatch(of live: JSON) -> JSON? {
    switch change.action {
    case .adopt: live.adoptionPatch
    case .update: live.reclaimingPatch(desired: change.desired?.body ?? [:])
    case .create, .replace, .delete, .release, .none: nil
    }
  }

  // MARK: Waiting

  /// Until what somebody has deleted has gone: applied to it, everything would go with it.
  private func waitUntilGone() async throws(ApplyError) {
    let uid = change.live?.metadata.uid
    try await wait(for: reference) { live in
      guard let live, live.metadata.uid == uid else { return .ready }
      return .waiting(.lingering(Linger(of: live)))
    }
  }

  private func becomeReady() async throws(ApplyError) {
    var live: JSON?
    if reference.kind == .subscription, let pinned = pinnedVersion {
      try await OperatorInstallation(step: self, subscription: reference, pinned: pinned).finish()
    } else {
      live = try await wait(for: reference) { Readiness.of($0, kind: reference.kind) }
      values.keep(live, at: reference)
    }
    for kind in ResourceKind.defined(by: change.desired?.body ?? [:]) {
      try await waitUntilServed(kind)
    }
    if waitsForNames { try await waitForNames(of: live) }
    for companion in awaited {
      _ = try await wait(for: companion) { Readiness.of($0, kind: companion.kind) }
    }
  }

  /// The server says that a definition is established shortly before it serves its kind.
  private func waitUntilServed(_ kind: ResourceKind) async throws(ApplyError) {
    let deadline = ContinuousClock.now + waitTimeout
    while true {
      do throws(KubernetesError) {
        _ = try await client.list(kind, namespace: nil, labelSelector: WellKnown.fleetLabel)
        return
      } catch {
        guard error.isNotServed, ContinuousClock.now < deadline,
          (try? await Task.sleep(for: .milliseconds(200))) != nil
        else { throw .kubernetes(error) }
      }
    }
  }

  private var pinnedVersion: String? {
    change.desired?.body["spec"]?["startingCSV"]?.stringValue
  }

  /// Objects that others make on the strength of this one.
  private var awaited: [ObjectReference] {
    guard reference.kind == .service,
      let name = change.desired?.body.metadata.annotation(WellKnown.servingCertificateSecret)
    else { return [] }
    return [
      ObjectReference(
        cluster: reference.cluster,
        .secret,
        namespace: reference.namespace,
        name: name,
      )
    ]
  }

  @discardableResult
  func wait(
    for object: ObjectReference,
    until isReady: @escaping @Sendable (JSON?) -> Readiness,
  ) async throws(ApplyError) -> JSON? {
    do throws(WaitError) {
      return try await client.wait(
        for: object,
        timeout: waitTimeout,
        until: isReady,
        onProgress: { readiness in
          if case .waiting(let reason) = readiness {
            await report(.waiting(reference, on: object, reason))
          }
        },
      )
    } catch {
      guard object == reference, let lack = await missing(besides: error) else {
        throw .wait(error)
      }
      throw .wait(error.blaming(lack))
    }
  }

  /// The first thing that the object names, cannot do without, and that is not there now.
  ///
  /// A Secret to pull with is to blame for images alone, and those of a pod that has run are there.
  private func missing(besides error: WaitError) async -> Lack? {
    let stocks = values.live.supplies[reference] ?? []
    for supply in stocks.map(\.supply)
    where !supply.isOptional && !(supply.use == .pulling && !error.mayBeOfImages) {
      let look = await client.hurried(.seconds(5)).look(for: supply.on(reference.cluster))
      if let lack = look.stock(of: supply).lack { return lack }
    }
    return nil
  }
}
