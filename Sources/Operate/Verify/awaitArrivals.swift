extension FleetSession {
  /// Verifies again and again until nothing is an error, or for as long as this; each look that is not the last is told to
  /// the view.
  ///
  /// - Returns: the last report.
  /// - Throws: where a chosen cluster is none of the fleet's.
  package func verify(
    _ settings: VerifySettings,
    for patience: Duration,
    every pause: Duration = .seconds(10),
    telling view: any RunView,
  ) async throws -> VerifyReport {
    let end = ContinuousClock.now.advanced(by: patience)
    while true {
      let report = try await verify(settings)
      let left = ContinuousClock.now.duration(to: end)
      guard !report.isSound, left > .zero else { return report }
      view.show(.unverified(report, left: left))
      guard (try? await Task.sleep(for: min(pause, left))) != nil else { return report }
    }
  }
}
