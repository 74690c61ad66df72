package import Facts
import FoundationEssentials
import JSON
package import Kubernetes
import Objects

/// The lock that lets one writer at a time work on a fleet: a Lease on the hub.
///
/// A holder that dies loses it when it expires; nothing has to be cleaned up by hand. The object stays
/// when it is released: every writer changes it, so it tells whether anybody has worked on the fleet
/// since a plan was made.
package struct FleetLease: Sendable {
  package enum Refusal: Error, Sendable {
    case held(by: String, until: String)
    case kubernetes(KubernetesError)
  }

  /// The state of the lease at one moment: two that are equal have had no writer between them.
  package struct Mark: Equatable, Sendable {
    /// nil where there was no lease yet.
    fileprivate let resourceVersion: String?
  }

  private let client: KubernetesClient
  private let lease: ObjectReference
  private let holder: String
  private let knowsEnded: @Sendable (String) -> Bool
  private static let lifetime = 60
  private static let renewal = Duration.seconds(20)

  /// `holder` tells others who works on the fleet; `knowsEnded` is whether a holder is known to have
  /// died, so that its lease need not run out first.
  package init(
    _ client: KubernetesClient,
    hub: String,
    fleet: String,
    namespace: String,
    holder: String,
    knowsEnded: @escaping @Sendable (String) -> Bool = { _ in false },
  ) {
    self.client = client
    self.holder = holder
    self.knowsEnded = knowsEnded
    lease = ObjectReference(
      cluster: hub,
      .lease,
      namespace: namespace,
      name: Self.name(of: fleet),
    )
  }

  /// What the Lease of a fleet is called.
  static func name(of fleet: String) -> String { "fedctl-\(fleet)" }

  /// How the lease stands now; to be read before a plan is made.
  package func mark() async throws(Refusal) -> Mark { mark(of: try await read()) }

  /// Takes the lease, or says who has it and until when.
  ///
  /// - Returns: how it stood right before.
  package func acquire() async throws(Refusal) -> Mark {
    let live = try await read()
    if let live, let end = expiry(of: live), end > Date(), !isOurs(live) {
      throw .held(by: owner(of: live), until: end.formatted(.iso8601))
    }
    do throws(KubernetesError) {
      try await write(over: live)
    } catch {
      // The answer may have been lost though the lease was written, or somebody was faster.
      let winner = try await read()
      if let winner, owner(of: winner) == holder { return mark(of: live) }
      guard error.isConflict else { throw .kubernetes(error) }
      throw .held(by: winner.map(owner) ?? "somebody", until: "it is released")
    }
    return mark(of: live)
  }

  /// Renews the lease until the task is cancelled; throws when another has taken it.
  package func keep() async throws(Refusal) {
    while (try? await Task.sleep(for: Self.renewal)) != nil {
      guard let live = try? await read() else { continue }
      guard owner(of: live) == holder else {
        throw .held(by: owner(of: live), until: "it is released")
      }
      _ = try? await write(over: live)
    }
  }

  /// Gives the lease back; one that another has taken meanwhile is left alone.
  package func release() async {
    guard let live = try? await read(), owner(of: live) == holder else { return }
    _ = try? await patch(live, ["holderIdentity": .null, "renewTime": .null])
  }

  /// Deletes the lease, with whose fleet there is nothing left to lock.
  package func remove() async {
    guard let live = try? await read(), owner(of: live) == holder else { return }
    _ = try? await client.delete(lease, uid: live.metadata.uid)
  }

  private func mark(of live: JSON?) -> Mark {
    Mark(resourceVersion: live?.metadata.resourceVersion)
  }

  private func read() async throws(Refusal) -> JSON? {
    do throws(KubernetesError) {
      return try await client.get(lease)
    } catch {
      throw .kubernetes(error)
    }
  }

  /// Writes ourselves into the lease, unless it has changed since it was read (409).
  private func write(over live: JSON?) async throws(KubernetesError) {
    let spec: JSON = [
      "holderIdentity": .string(holder),
      "leaseDurationSeconds": .integer(Int64(Self.lifetime)),
      "renewTime": .string(Self.text(of: Date())),
    ]
    if let live { return try await patch(live, spec) }
    _ = try await client.create(Manifest(lease, ["spec": spec]).body, as: lease)
  }

  private func patch(_ live: JSON, _ spec: JSON) async throws(KubernetesError) {
    let version = live.metadata.resourceVersion.map(JSON.string) ?? .null
    _ = try await client.mergePatch(
      lease,
      ["metadata": ["resourceVersion": version], "spec": spec],
    )
  }

  private func isOurs(_ live: JSON) -> Bool {
    owner(of: live) == holder || knowsEnded(owner(of: live))
  }

  private func owner(of live: JSON) -> String {
    live["spec"]?["holderIdentity"]?.stringValue ?? ""
  }

  private func expiry(of live: JSON) -> Date? {
    guard let text = live["spec"]?["renewTime"]?.stringValue,
      let renewed = try? Date.ISO8601FormatStyle().parse(String(text.prefix(19)) + "Z")
    else { return nil }
    let seconds = live["spec"]?["leaseDurationSeconds"]?.integerValue ?? Int64(Self.lifetime)
    return renewed.addingTimeInterval(TimeInterval(seconds))
  }

  /// The API's MicroTime: six digits of a second, no fewer.
  private static func text(of date: Date) -> String {
    date.formatted(.iso8601).replacing("Z", with: ".000000Z")
  }
}
