package import Fleet
import FoundationEssentials
package import Metrics
import Templates
package import Usage

/// Asks one querier for all that a report of resource use needs: a fixed number of questions, one after the other, so
/// that a querier that serves people, too, is never busy with two of ours.
package struct UsageInquiry: Sendable {
  private let api: MetricsAPI
  private let fleet: Fleet
  private let settings: UsageSettings
  /// The clusters that are told, by name; empty for all.
  private let chosen: [String]
  private let names: ClusterNames
  /// Which components there are.
  package let table: ComponentTable

  /// - Throws: where a cluster is named that the fleet does not have.
  package init(
    _ api: MetricsAPI,
    _ fleet: Fleet,
    _ settings: UsageSettings,
    of chosen: [String] = [],
  ) throws(SessionProblem) {
    let known = fleet.clusters.map(\.name)
    for name in chosen + [settings.choice.baseline].compactMap(\.self)
    where !known.contains(name) {
      throw .unknownManagedCluster(name, known: known)
    }
    self.api = api
    self.fleet = fleet
    self.settings = settings
    self.chosen = chosen
    names = ClusterNames(fleet)
    table = ComponentTable(fleet)
  }

  /// Asks, and compares as the settings want it.
  ///
  /// - Throws: `UsageProblem`, or a `UsageFailure` where the querier does not answer.
  package func report() async throws -> UsageReport {
    let window = try UsageWindow(
      length: settings.window,
      step: settings.step,
      end: settings.end,
      clusters: clusters.count,
    )
    return try UsageReport(
      fleet: fleet.name,
      try await figures(in: window),
      settings.choice,
    )
  }

  /// In the order of the fleet file; the baseline is among them whatever was chosen.
  private var clusters: [UsageCluster] {
    let told = chosen + [settings.choice.baseline].compactMap(\.self)
    return fleet.clusters
      .filter { chosen.isEmpty || told.contains($0.name) }
      .map { cluster in
        UsageCluster(
          name: cluster.name,
          platform: cluster.platform,
          isTold: !cluster.usageSeries.isEmpty,
        )
      }
  }

  private func figures(in window: UsageWindow) async throws(UsageFailure) -> UsageFigures {
    var tally = UsageTally(window, clusters: clusters, table: table, scale: settings.scale)
    var queries: [UsageQuery] = []
    var gaps = names.gaps
    for question in UsageQuestion.all(step: window.step, attributed: attributed) {
      let (series, count, warnings) = try await answer(to: question, in: window)
      tally.add(question.subject, series)
      queries.append(
        UsageQuery(question.subject, expression: question.expression, series: count)
      )
      gaps += warnings.map { .warned(question.subject, said: $0) }
    }
    return tally.result(queries: queries, beside: gaps)
  }

  private func answer(
    to question: UsageQuestion,
    in window: UsageWindow,
  ) async throws(UsageFailure) -> (series: [FoundSeries], count: Int, warnings: [String]) {
    let ends = [window.end(of: 0), window.to].map { Date(timeIntervalSince1970: Double($0)) }
    do throws(MetricsFailure) {
      let answer = try await api.query(
        question.expression,
        over: ends[0]...ends[1],
        step: Double(window.step),
      )
      let series = answer.value.compactMap { names.found($0, in: window) }
      return (series, answer.value.count, answer.warnings)
    } catch {
      throw .unanswered(question.subject, error)
    }
  }

  /// A vector with the label `cluster` as the hub knows it: where clusters have identities of their own there, they
  /// cannot pass for each other.
  private var attributed: UsageAttribution {
    guard let tenants = arrivals(of: fleet).tenants else { return { $0 } }
    return { vector in
      "label_replace(\(vector), \"cluster\", \"$1\", \"\(tenants.label)\", "
        + "\"\(tenants.before)(.+)\(tenants.after)\")"
    }
  }
}

extension UsageTally {
  /// What was asked for decides what it is taken for.
  fileprivate mutating func add(_ subject: UsageQuery.Subject, _ series: [FoundSeries]) {
    switch subject {
    case .version: setVersions(series)
    case .operators: setOperators(series)
    case .nodes: setNodes(series)
    case .pods: setPods(series)
    case .measure(let measure): add(measure, series)
    }
  }
}

extension ComponentTable {
  /// The fleet file's, what the fleet itself runs, and those that fedctl knows.
  init(_ fleet: Fleet) {
    let own = fleet.reportComponents.map { component in
      UsageComponent(component.name, places: component.places)
    }
    self.init(own, fleetNamespace: fleet.namespace)
  }
}

extension ReportComponent {
  /// Each workload in each namespace.
  fileprivate var places: [UsageComponent.Place] {
    namespaces.flatMap { namespace in
      let namespace = NamePattern(namespace)
      guard !workloads.isEmpty else { return [UsageComponent.Place(namespace: namespace)] }
      return workloads.map {
        UsageComponent.Place(namespace: namespace, workload: NamePattern($0))
      }
    }
  }
}
