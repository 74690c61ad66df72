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

  /// Who has it at one moment.
  package enum State: Hashable, Sendable {
    case free
    /// As the holder names itself.
    case held(by: String)
    /// The holder has died, or has not renewed it in time: it did not give it back.
    case left(by: String)
  }

  private let client: KubernetesClient
  private let lease: ObjectReference
  private let holder: String
  private let times: LeaseTimes
  private let tenure: Tenure
  private let knowsEnded: @Sendable (String) -> Bool

  /// `holder` tells others who works on the fleet, and is nobody else's; `knowsEnded` is whether a holder is known
  /// to have died, so that its lease need not run out first.
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
    tenure = Tenure(times)
    self.knowsEnded = knowsEnded
  }

  /// What the Lease of a fleet is called.
  static func name(of fleet: String) -> String { "fedctl-\(fleet)" }
}

// MARK: Taking and keeping

extension FleetLease {
  /// How the lease stands now; to be read before a plan is made.
  package func mark() async throws(Refusal) -> Mark { mark(of: try await found()) }

  /// Who has it, by the hub's clock; nothing is changed.
  package func state() async throws(Refusal) -> State {
    guard let live = try await found(), let other = live.holder, !other.isEmpty else {
      return .free
    }
    let hasEnded = live.expiry(times).map { $0 < client.time ?? Date() } ?? true
    return hasEnded || knowsEnded(other) ? .left(by: other) : .held(by: other)
  }

  /// Takes the lease, or says who has it and until when.
  ///
  /// - Returns: how it stood right before.
  package func acquire() async throws(Refusal) -> Mark {
    let live = try await found()
    if let live, !isOurs(live), let end = try await end(of: live) {
      throw .held(by: live.holder, until: end)
    }
    let start = ContinuousClock.now
    do throws(KubernetesError) {
      try await write(over: live)
    } catch {
      // The answer may have been lost though the lease was written, or somebody was faster.
      let winner = try await found()
      guard winner?.holder == holder else {
        guard error.isConflict else { throw .kubernetes(error) }
        throw .held(by: winner?.holder, until: .release)
      }
    }
    tenure.renew(from: start)
    return mark(of: live)
  }

  /// Whether the lease is surely still ours, so that nobody else writes.
  package var isHeld: Bool { tenure.left > .zero }

  /// Renews the lease until the task is cancelled.
  ///
  /// A request that fails is reported and tried again soon: the work under way goes on as long as nobody else
  /// can have begun.
  ///
  /// A teardown deletes it with its namespace, and so lets it vanish; for all others that is somebody else's
  /// teardown, beside which nothing may be made any more.
  ///
  /// - Throws: when another has taken or deleted it, or may do so before long.
  package func keep(
    mayVanish: Bool = false,
    report: @Sendable (Trouble) async -> Void,
  ) async throws(Refusal) {
    var pause = times.renewal
    var last: Trouble?
    while (try? await Task.sleep(for: pause)) != nil {
      let start = ContinuousClock.now
      guard isHeld else { throw .ending(last) }
      let result = await renew()
      if Task.isCancelled { return }
      switch result {
      case .gone where !mayVanish:
        tenure.lose()
        throw .gone
      case .renewed, .gone:
        tenure.renew(from: start)
        pause = times.renewal
      case .failed(let trouble):
        await report(trouble)
        last = trouble
        pause = max(min(times.renewal / 4, tenure.left), .milliseconds(1))
      case .lost(let winner):
        tenure.lose()
        throw .held(by: winner, until: .release)
      }
    }
  }

  /// What came of one renewal.
  private enum Renewal {
    case renewed
    /// There is none any more.
    case gone
    /// Another has it now: as it names itself.
    case lost(to: String?)
    case failed(Trouble)
  }

  /// One renewal, which takes no longer than there is time for another.
  private func renew() async -> Renewal {
    let time = min(times.renewal / 2, tenure.left)
    let live: LeaseRecord?
    do throws(KubernetesError) {
      live = try await read(within: time)
    } catch {
      return .failed(.unread(error))
    }
    guard let live else { return .gone }
    guard live.holder == holder else { return .lost(to: live.holder) }
    do throws(KubernetesError) {
      try await write(over: live, within: time)
      return .renewed
    } catch {
      return .failed(.unrenewed(error))
    }
  }

  /// When another's lease ends; nil where it has ended.
  ///
  /// By the hub's clock, for those of two machines differ. Where an answer does not tell it, a lease that
  /// seems to have ended is watched for as long as it holds: one that is renewed meanwhile has not.
  private func end(of live: LeaseRecord) async throws(Refusal) -> End? {
    guard live.holder != nil, let expiry = live.expiry(times) else { return nil }
    let now = client.time ?? Date()
    if expiry > now { return .expiry(Date().addingTimeInterval(expiry.timeIntervalSince(now))) }
    guard client.time == nil else { return nil }
    try? await Task.sleep(for: live.duration ?? times.lifetime)
    let later = try await found()
    return later?.holder == nil || later == live ? nil : .release
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
      try await patch(
        live,
        ["holderIdentity": .null, "renewTime": .null],
        within: Self.farewell,
      )
    }
  }

  /// Deletes the lease, with whose fleet there is nothing left to lock.
  ///
  /// - Returns: what kept it from that; then it ends by itself.
  @discardableResult
  package func remove() async -> Trouble? {
    await giveBack { live throws(KubernetesError) in
      _ = try await client.hurried(Self.farewell).delete(lease, uid: live.uid)
    }
  }

  /// Nobody waits longer for the end of a run whose work is done.
  private static let farewell = Duration.seconds(5)

  /// Does something with the lease where it is ours.
  private func giveBack(
    _ act: (LeaseRecord) async throws(KubernetesError) -> Void
  ) async -> Trouble? {
    do throws(KubernetesError) {
      guard let live = try await read(within: Self.farewell), live.holder == holder else {
        return nil
      }
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

  /// nil where there is none; `time` is for how long a hub that does not answer is tried.
  private func read(within time: Duration? = nil) async throws(KubernetesError) -> LeaseRecord? {
    try await hub(within: time).get(lease).map(LeaseRecord.init)
  }

  /// Writes ourselves into the lease, unless it has changed since it was read (409).
  private func write(
    over live: LeaseRecord?,
    within time: Duration? = nil,
  ) async throws(KubernetesError) {
    let spec: JSON = [
      "holderIdentity": .string(holder),
      "leaseDurationSeconds": .integer(max(1, times.lifetime.components.seconds)),
      "renewTime": .string(RFC3339.microTime(of: client.time ?? Date())),
    ]
    if let live { return try await patch(live, spec, within: time) }
    _ = try await client.create(Manifest(lease, ["spec": spec]).body, as: lease)
  }

  /// Only into the version that was read.
  private func patch(
    _ live: LeaseRecord,
    _ spec: JSON,
    within time: Duration?,
  ) async throws(KubernetesError) {
    let version = live.resourceVersion.map(JSON.string) ?? .null
    _ = try await hub(within: time).mergePatch(
      lease,
      ["metadata": ["resourceVersion": version], "spec": spec],
    )
  }

  private func hub(within time: Duration?) -> KubernetesClient {
    time.map(client.hurried) ?? client
  }
}
