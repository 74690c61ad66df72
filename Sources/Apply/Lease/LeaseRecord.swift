import FoundationEssentials
import JSON
import Objects
import Text

/// A Lease as it stands on the hub: who holds it, since when and for how long.
struct LeaseRecord: Hashable, Sendable {
  /// nil for a lease that nobody holds.
  let holder: String?
  /// When the holder last said that it is at work; nil after a release, and for what is no time.
  let renewal: Date?
  /// For how long after its renewal it holds; nil where it does not say.
  let duration: Duration?
  /// Changes with every write.
  let resourceVersion: String?
  let uid: String?
}

extension LeaseRecord {
  /// Reads a live object of kind Lease.
  init(_ live: JSON) {
    let spec = live["spec"]
    let holder = spec?["holderIdentity"]?.stringValue ?? ""
    self.holder = holder.isEmpty ? nil : holder
    // To the second: fractions say nothing about a lease of a minute.
    renewal = spec?["renewTime"]?.stringValue.flatMap { RFC3339.seconds($0) }.map {
      Date(timeIntervalSince1970: TimeInterval($0))
    }
    duration = spec?["leaseDurationSeconds"]?.integerValue.map { .seconds($0) }
    resourceVersion = live.metadata.resourceVersion
    uid = live.metadata.uid
  }

  /// When it ends by itself; nil where it was never renewed.
  func expiry(_ times: LeaseTimes) -> Date? {
    renewal?.addingTimeInterval((duration ?? times.lifetime) / .seconds(1))
  }
}

/// How long a lease holds, and how often it is renewed.
package struct LeaseTimes: Hashable, Sendable {
  /// After which a holder that has said nothing is taken for dead; told to others in whole seconds.
  package var lifetime: Duration
  /// The pause between two renewals: several must fail before the lease is lost.
  package var renewal: Duration

  /// Others wait for `lifetime`; a holder that lives renews every `renewal`, well before its end.
  package init(lifetime: Duration = .seconds(60), renewal: Duration = .seconds(20)) {
    self.lifetime = lifetime
    self.renewal = renewal
  }
}
