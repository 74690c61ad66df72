package import Fleet

/// Every patch of a fleet file that cannot be applied, each a fact of its own with its place in the file.
package struct PatchErrors: Error, Hashable, Sendable {
  /// In the order of the patches, and at least one.
  package let problems: [FleetProblem]
}
