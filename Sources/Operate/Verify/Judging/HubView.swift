import Fleet
import FoundationEssentials
import Metrics
import Templates

/// What the hub has answered, sorted so that each cluster's part is found at once.
struct HubView: Sendable {
  let arrivals: FleetArrivals
  let answers: HubAnswers
  /// Seconds of a window of `rhythm`.
  let window: Int
  /// All selectors, in the order in which answers name them.
  let selectors: [String]
  let series: Rows<Sample>?
  let newest: Rows<Sample>?
  let copies: Rows<Sample>?
  let rhythm: Rows<Series>?
  let families: Rows<Sample>?
  let writers: Rows<Sample>?
  let earlier: Rows<Sample>?
  let established: Rows<Sample>?
  let known: Set<String>?
  /// What receive tells of itself; nil where it was not asked, or does not.
  let telling: ReceiveTelling?

  init(_ answers: HubAnswers, to queries: HubQueries) {
    func rows(_ told: HubAnswers.Told<[Sample]>?) -> Rows<Sample>? {
      (try? told?.get()).map { Rows($0.value, labels: \.labels) }
    }
    arrivals = queries.arrivals
    self.answers = answers
    window = queries.window
    selectors = queries.selectors
    series = rows(answers.series)
    newest = rows(answers.newest)
    copies = rows(answers.copies)
    rhythm = (try? answers.rhythm.get()).map { Rows($0.value, labels: \.labels) }
    families = rows(answers.families)
    writers = rows(answers.writers)
    earlier = rows(answers.earlier)
    established = rows(answers.established)
    telling = (try? answers.receive?.get()).map { ReceiveTelling($0.value) }
    known = (try? answers.known?.get()).map { Set($0.value) }
  }

  /// Whose series a row is by the tenant that the hub gives it; nil where it gives none.
  func owner(of row: Sample) -> String? {
    guard let tenants = arrivals.tenants, let tenant = row.labels[tenants.label] else { return nil }
    return tenants.cluster(of: tenant)
  }

  /// The rows of series that are the cluster's as far as the hub knows, whatever they call themselves.
  func attributed(_ cluster: ClusterArrivals) -> [Sample] {
    (series?.named(cluster) ?? []).filter { (owner(of: $0) ?? cluster.cluster) == cluster.cluster }
  }

  /// The time of a cluster's newest sample, whatever labels beside its name that bears: whose labels were changed has
  /// not stopped.
  func newest(of cluster: ClusterArrivals) -> Date? {
    let rows = ownOrNobodys(cluster, in: newest)
    let last = rows.isEmpty ? ownOrNobodys(cluster, in: earlier) : rows
    return last.map(\.value).max().map { Date(timeIntervalSince1970: $0) }
  }

  /// A cluster's rows, and those under its name with labels that no other cluster has; where there are none, all under
  /// its name.
  private func ownOrNobodys(_ cluster: ClusterArrivals, in rows: Rows<Sample>?) -> [Sample] {
    let named = rows?.named(cluster) ?? []
    let others = arrivals.clusters.filter { $0.cluster != cluster.cluster }
    let names = arrivals.labels
    let fitting = named.filter { row in
      cluster.isBorne(by: row.labels, of: names)
        || !others.contains { $0.isBorneButForName(by: row.labels, of: names) }
    }
    return fitting.isEmpty ? named : fitting
  }

  /// How many series a cluster has; nil where they were not counted.
  func count(of cluster: ClusterArrivals) -> Int? {
    series.map { _ in Self.sum(attributed(cluster)) }
  }

  static func sum(_ rows: [Sample]) -> Int { Int(rows.map(\.value).reduce(0, +)) }
}
