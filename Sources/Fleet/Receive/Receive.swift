/// Thanos receive.
package struct Receive: Hashable, Sendable {
  /// Image, size, storage and place of the pods that keep samples.
  package var component: Component
  /// How long samples stay on the local disk, as Prometheus writes durations (`24h`).
  package var retention: String
  /// How many pods keep each sample: at most as many as there are.
  package var replicationFactor: Int
  /// What takes requests and deals them out; nil where the pods that keep the samples do it too.
  package var router: Component?
  /// Whose samples have a database of their own.
  package var tenancy: Tenancy
  /// What is refused of one request, and how many may wait.
  package var limits: WriteLimits
}
