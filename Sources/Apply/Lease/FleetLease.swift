import Facts
import FoundationEssentials
import JSON
package import Kubernetes
import Objects
import Text

/// The lock that lets one writer at a time work on a fleet: a Lease on the hub.
///
/// A holder that dies loses it when it expires; nothing has to be cleaned up by hand. The object stays
/// when it is released: every writer changes it, so it tells whether anybody has worked on the fleet
/// since a plan was made.
package struct FleetLease: Sendable {
  /// The state of the lease at one moment: two that are equal have had no writer between them.
  package struct Mark: Equatable, Sendable {
    /// nil where there was no lease yet.
    fileprivate let resourceVersion: String?
  }

  private let client: KubernetesClient
  private let lease: ObjectReference
  private let holder: String
  private let times: LeaseTimes
  private let knowsEnded: @Sendable (String) -> Bool

  /// `holder` tells others who works on the fleet; `knowsEnded` is whether a holder is known to have
  /// died, so that its lease need not run out first.
  package init(
    _ client: KubernetesClient,
    hub: String,
    fleet: String,
    namespace: String,
    holder: String,
    times: LeaseTimes = LeaseTimes(),
    knowsEnded: @escaping @Sendable (String) -> Bool = { _ in false },
  ) {
    self.client = client
    lease = ObjectReference(
      cluster: hub,
      .lease,
      namespace: namespace,
      name: Self.name(of: fleet),
    )
    self.holder = holder
    self.times = times
    self.knowsEnded = knowsEnded
  }

  /// What the Lease of a fleet is called.
  static func name(of fleet: String) -> String { "fedctl-\(fleet)" }
}

// MARK: Taking and keeping

extension FleetLease {
  /// How the lease stands now; to be read before a plan is made.
  package func mark() async throws(Refusal) -> Mark { mark(of: try await found()) }

  /// Takes the lease, or says who has it and until when.
  ///
  /// - Returns: how it stood right before.
  package func acquire() async throws(Refusal) -> Mark {
    let live = try await found()
    if let live, let end = live.expiry(times), live.isHeld(at: Date(), times), !isOurs(live) {
      throw .held(by: live.holder, until: .expiry(end))
    }
    do throws(KubernetesError) {
      try await write(over: live)
    } catch {
      // The answer may have been lost though the lease was written, or somebody was faster.
      let winner = try await found()
      if winner?.holder == holder { return mark(of: live) }
      guard error.isConflict else { throw .kubernetes(error) }
      throw .held(by: winner?.holder, until: .release)
    }
    return mark(of: live)
  }

  /// Renews the lease until the task is cancelled; throws when another has taken it.
  ///
  /// A request that fails is reported and the next one tried: the work under way goes on as long as
  /// nobody else is known to have begun.
  package func keep(report: @Sendable (Trouble) async -> Void) async throws(Refusal) {
    while (try? await Task.sleep(for: times.renewal)) != nil {
      let result = await renew()
      if Task.isCancelled { return }
      switch result {
      case .renewed, .gone: continue
      case .failed(let trouble): await report(trouble)
      case .lost(let winner): throw .held(by: winner, until: .release)
      }
    }
  }

  /// What came of one renewal.
  private enum Renewal {
    case renewed
    /// There is none any more: a teardown deletes it with its namespace.
    case gone
    /// Another has it now: as it names itself.
    case lost(to: String?)
    case failed(Trouble)
  }

  /// One renewal; a failure is no loss while the lease still runs.
  private func renew() async -> Renewal {
    let live: LeaseRecord?
    do throws(KubernetesError) { live = try await read() } catch { return .failed(.unread(error)) }
    guard let live else { return .gone }
    guard live.holder == holder else { return .lost(to: live.holder) }
    do throws(KubernetesError) {
      try await write(over: live)
      return .renewed
    } catch {
      return .failed(.unrenewed(error))
    }
  }
}

// MARK: Giving back

extension FleetLease {
  /// Gives the lease back; one that another has taken meanwhile is left alone.
  ///
  /// - Returns: what kept it from that; then it ends by itself.
  @discardableResult
  package func release() async -> Trouble? {
    await giveBack { live throws(KubernetesError) in
      try await patch(live, ["holderIdentity": .null, "renewTime": .null])
    }
  }

  /// Deletes the lease, with whose fleet there is nothing left to lock.
  ///
  /// - Returns: what kept it from that; then it ends by itself.
  @discardableResult
  package func remove() async -> Trouble? {
    await giveBack { live throws(KubernetesError) in
      _ = try await client.delete(lease, uid: live.uid)
    }
  }

  /// Does something with the lease where it is ours.
  private func giveBack(
    _ act: (LeaseRecord) async throws(KubernetesError) -> Void
  ) async -> Trouble? {
    do throws(KubernetesError) {
      guard let live = try await read(), live.holder == holder else { return nil }
      try await act(live)
      return nil
    } catch {
      return .unreturned(error)
    }
  }
}

// MARK: Requests

extension FleetLease {
  /// How the lease stands in what was read.
  private func mark(of live: LeaseRecord?) -> Mark { Mark(resourceVersion: live?.resourceVersion) }

  /// Whether it may be taken at once.
  private func isOurs(_ live: LeaseRecord) -> Bool {
    live.holder == holder || knowsEnded(live.holder ?? "")
  }

  /// As `read`, for whoever must know.
  private func found() async throws(Refusal) -> LeaseRecord? {
    do throws(KubernetesError) { return try await read() } catch { throw .kubernetes(error) }
  }

  /// nil where there is none.
  private func read() async throws(KubernetesError) -> LeaseRecord? {
    try await client.get(lease).map(LeaseRecord.init)
  }

  /// Writes ourselves into the lease, unless it has changed since it was read (409).
  private func write(over live: LeaseRecord?) async throws(KubernetesError) {
    let spec: JSON = [
      "holderIdentity": .string(holder),
      "leaseDurationSeconds": .integer(max(1, times.lifetime.components.seconds)),
      "renewTime": .string(RFC3339.microTime(of: Date())),
    ]
    if let live { return try await patch(live, spec) }
    _ = try await client.create(Manifest(lease, ["spec": spec]).body, as: lease)
  }

  /// Only into the version that was read.
  private func patch(_ live: LeaseRecord, _ spec: JSON) async throws(KubernetesError) {
    let version = live.resourceVersion.map(JSON.string) ?? .null
    _ = try await client.mergePatch(
      lease,
      ["metadata": ["resourceVersion": version], "spec": spec],
    )
  }
}
