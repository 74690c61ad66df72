package import Fleet
package import FoundationEssentials
package import Kubernetes
package import ObjectStore

/// What `verify` has found: whether every cluster's metrics are on the hub, and what keeps them.
package struct VerifyReport: Sendable {
  /// What was asked.
  package enum Source: Hashable, Sendable {
    /// A Service, through the API server of the cluster of this name.
    case service(ServiceAddress, cluster: String)
    /// An address of its own.
    case url(String)
  }

  /// The fleet's name.
  package let fleet: String
  /// What was asked for the metrics.
  package let source: Source
  /// By the hub's own clock, or ours where it did not answer.
  package let moment: Date
  /// How many questions the hub was asked: as many for one cluster as for a thousand.
  package let questions: Int
  /// What is true of the hub as a whole.
  package let hub: [VerifyFinding]
  /// What was found in the bucket, by the names of clusters; nil where it was not read.
  ///
  /// Where all clusters' samples lie in the same blocks, by an empty name.
  package let blocks: NewestBlocks?
  /// In the order of the fleet file.
  package let clusters: [ClusterVerdict]

  package init(
    fleet: String,
    source: Source,
    moment: Date,
    questions: Int,
    hub: [VerifyFinding],
    blocks: NewestBlocks? = nil,
    clusters: [ClusterVerdict],
  ) {
    self.fleet = fleet
    self.source = source
    self.moment = moment
    self.questions = questions
    self.hub = hub
    self.blocks = blocks
    self.clusters = clusters
  }

  /// How many findings there are of a gravity.
  package func count(_ gravity: Gravity) -> Int {
    (hub + clusters.flatMap(\.findings)).count { $0.gravity == gravity }
  }

  /// Whether nothing is an error.
  package var isSound: Bool { count(.error) == 0 }
}

/// What was found of one cluster's metrics on the hub.
package struct ClusterVerdict: Sendable {
  /// Its name in the fleet.
  package let cluster: String
  /// What its series have to bear.
  package let labels: [ExternalLabel]
  /// The time of its newest sample; nil where none was found.
  package let newest: Date?
  /// How many series it has now; nil where they could not be counted.
  package let series: Int?
  /// What receive tells of its writing; nil where clusters are not told apart there, or it was not asked.
  package let receive: ReceiveFigures?
  /// Its newest block in the bucket; nil where none was found, or blocks do not tell whose they are.
  package let block: StoredBlock?
  /// The worst first.
  package let findings: [VerifyFinding]

  package init(
    cluster: String,
    labels: [ExternalLabel],
    newest: Date?,
    series: Int?,
    receive: ReceiveFigures? = nil,
    block: StoredBlock? = nil,
    findings: [VerifyFinding],
  ) {
    self.cluster = cluster
    self.labels = labels
    self.newest = newest
    self.series = series
    self.receive = receive
    self.block = block
    self.findings = findings.enumerated().sorted {
      ($1.element.gravity.rawValue, $0.offset) < ($0.element.gravity.rawValue, $1.offset)
    }.map(\.element)
  }

  /// That of its worst finding.
  package var gravity: Gravity { findings.map(\.gravity).max() ?? .well }
}
