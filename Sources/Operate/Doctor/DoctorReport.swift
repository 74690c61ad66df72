package import Plan

/// What `doctor` has found, with what a view needs to tell it in order.
package struct DoctorReport: Sendable {
  /// The fleet's name.
  package let fleet: String
  /// The fleet as a whole first, then the clusters in the order of the fleet file, the hub first.
  package let places: [Diagnosis]

  package init(fleet: String, places: [Diagnosis]) {
    self.fleet = fleet
    self.places = places
  }

  /// How many findings there are of a gravity.
  package func count(_ gravity: Gravity) -> Int {
    places.flatMap(\.results).flatMap(\.findings).count { $0.gravity == gravity }
  }

  /// Whether nothing is an error; warnings are for another day.
  package var isSound: Bool { count(.error) == 0 }
}

/// What was found in one place.
package struct Diagnosis: Hashable, Sendable {
  /// The cluster's name in the fleet; nil for the fleet as a whole.
  package let cluster: String?
  /// Which cluster answered; nil where none did, or it is not believed.
  package let identity: ClusterIdentity?
  /// In the order in which they are told; what makes no sense there is not among them.
  package let results: [CheckResult]

  package init(cluster: String?, identity: ClusterIdentity? = nil, results: [CheckResult]) {
    self.cluster = cluster
    self.identity = identity
    self.results = results.filter { !$0.findings.isEmpty }
  }
}

/// What one check has found; the worst finding is told first.
package struct CheckResult: Hashable, Sendable {
  package let check: Check
  /// At least one, once it is part of a diagnosis.
  package let findings: [Finding]

  package init(_ check: Check, _ findings: [Finding]) {
    self.check = check
    self.findings = findings.enumerated().sorted {
      ($1.element.gravity.rawValue, $0.offset) < ($0.element.gravity.rawValue, $1.offset)
    }.map(\.element)
  }

  /// That of its worst finding.
  package var gravity: Gravity { findings.map(\.gravity).max() ?? .well }
}
