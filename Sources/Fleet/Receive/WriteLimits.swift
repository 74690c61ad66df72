/// What is refused of one request, or of too many at once; nil for no limit.
package struct WriteLimits: Hashable, Sendable {
  /// Of one request, uncompressed.
  package var requestBytes: Int?
  /// Of one request.
  package var requestSeries: Int?
  /// Of one request.
  package var requestSamples: Int?
  /// How many requests are worked on at a time; the others wait.
  package var concurrency: Int?

  /// Whether receive needs no file of limits.
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
