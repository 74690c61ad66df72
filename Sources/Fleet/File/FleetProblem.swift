package import Facts

/// Something that is wrong with a fleet file, or doubtful, and where.
package struct FleetProblem: Error, Hashable, Sendable {
  /// Whether it keeps the file from being used.
  package let severity: Severity
  /// What is wrong, by subject.
  package let fact: FleetFact
  /// nil for what is about the file as a whole.
  package let mark: SourceMark?

  package init(_ fact: FleetFact, _ severity: Severity = .error, at mark: SourceMark? = nil) {
    self.severity = severity
    self.fact = fact
    self.mark = mark
  }

  /// What kind of problem it is, for programs: the same in every release.
  package var code: String { Self.code(of: fact.fact) }

  /// The code of whatever the fact is of.
  private static func code(of fact: some Fact) -> String { fact.code.rawValue }
}
