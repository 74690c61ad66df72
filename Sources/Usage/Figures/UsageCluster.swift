package import Fleet

/// A cluster that a report is about.
package struct UsageCluster: Hashable, Sendable {
  /// As the fleet file and the label `cluster` of its series call it.
  package let name: String
  package let platform: Platform

  package init(name: String, platform: Platform) {
    self.name = name
    self.platform = platform
  }
}
