/// How a server-side apply is meant.
package struct ApplyOptions: Sendable {
  /// Only asks what would be stored.
  package var dryRun: Bool
  /// Takes fields over that other managers own.
  package var force: Bool

  package init(dryRun: Bool = false, force: Bool = false) {
    self.dryRun = dryRun
    self.force = force
  }
}
