/// Thanos receive.
package struct Receive: Hashable, Sendable {
  package var component: Component
  /// How long samples stay on the local disk, as Prometheus writes durations (`24h`).
  package var retention: String
  /// How many pods keep each sample: at most as many as there are.
  package var replicationFactor: Int
  /// What takes requests and deals them out; nil where the pods that keep the samples do it too.
  package var router: Component?
  package var tenancy: Tenancy
  package var limits: WriteLimits
}

/// Thanos receive that knows its visitors by their certificates: each is a tenant by its name there.
package struct MutualReceive: Hashable, Sendable {
  package var component: Component
  /// As in `Receive`.
  package var retention: String
}

/// Whose samples are kept apart from whose.
package enum Tenancy: String, Hashable, Sendable, CaseIterable {
  /// All clusters' are kept together.
  case shared
  /// Each cluster is a tenant, by the identity that it has shown and not by what it says.
  case cluster
}

/// What is refused of one request, or of too many at once; nil for no limit.
package struct WriteLimits: Hashable, Sendable {
  package var requestBytes: Int?
  package var requestSeries: Int?
  package var requestSamples: Int?
  /// How many requests are worked on at a time; the others wait.
  package var concurrency: Int?

  package var isUnlimited: Bool {
    self == WriteLimits()
  }

  package init(
    requestBytes: Int? = nil,
    requestSeries: Int? = nil,
    requestSamples: Int? = nil,
    concurrency: Int? = nil,
  ) {
    self.requestBytes = requestBytes
    self.requestSeries = requestSeries
    self.requestSamples = requestSamples
    self.concurrency = concurrency
  }
}
