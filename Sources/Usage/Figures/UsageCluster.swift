package import Fleet

/// A cluster that a report is about.
package struct UsageCluster: Hashable, Sendable {
  /// As the fleet file and the label `cluster` of its series call it.
  package let name: String
  package let platform: Platform
  /// Whether the fleet file has it tell the hub what it uses.
  package let isTold: Bool

  package init(name: String, platform: Platform, isTold: Bool = true) {
    self.name = name
    self.platform = platform
    self.isTold = isTold
  }
}
