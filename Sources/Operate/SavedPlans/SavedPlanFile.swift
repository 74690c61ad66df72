import JSON
package import Plan

/// The file that a plan is kept in between the run that makes it and the run that applies it.
package struct SavedPlanFile: Sendable {
  /// As the person gave it.
  package let path: String

  package init(_ path: String) { self.path = path }

  /// A plan of 1,000 clusters has about 20 MB.
  private static var limit: Int { 256 << 20 }

  /// - Throws: `FileProblem`, or a `SavedPlanFlaw` of the file alone.
  package func read(by release: String) throws -> SavedPlan {
    let bytes = try LocalFile.read(path, as: .savedPlan, limit: Self.limit)
    guard bytes.count <= Self.limit else { throw SavedPlanFlaw.tooLarge(limit: Self.limit) }
    return try SavedPlan(reading: bytes, by: release)
  }

  /// In place of what stands there, for nobody else to read: it names clusters and what is in them.
  package func write(_ plan: SavedPlan) throws(FileProblem) {
    try LocalFile.writePrivately(plan.json.text(.pretty) + "\n", to: path, as: .savedPlan)
  }
}
