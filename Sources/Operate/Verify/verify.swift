package import Apply
import Facts
package import Fleet
import FoundationEssentials
package import HTTP
import JSON
import Kubernetes
import Metrics
import Objects
import Plan
import Templates

extension FleetSession {
  /// Asks the hub whether every cluster's metrics are there, and clusters of which none are what keeps them; nothing is
  /// changed.
  ///
  /// - Throws: where a chosen cluster is none of the fleet's.
  package func verify(_ settings: VerifySettings) async throws -> VerifyReport {
    for cluster in settings.clusters.sorted() { try requireManaged(cluster) }
    let transport = try HTTPTransport(environment: settings.environment, hiding: secrets)
    return await Verification(
      of: fleet,
      through: clients,
      settings,
      over: transport,
      bucket: bucket.map(BlockInquiry.init),
    ).report()
  }
}

/// One look at the metrics of a fleet.
///
/// The hub is asked as many questions for a thousand clusters as for one. Only clusters of which nothing comes, and
/// those whose own Prometheus the fleet leads to, are asked themselves.
package struct Verification: Sendable {
  private let fleet: Fleet
  private let clients: FleetClients
  private let settings: VerifySettings
  private let transport: HTTPTransport
  private let bucket: BlockInquiry?
  private let expected: FleetArrivals

  /// - `transport`: for addresses that are asked without an API server in between.
  /// - `bucket`: what looks for blocks; nil looks for none.
  package init(
    of fleet: Fleet,
    through clients: FleetClients,
    _ settings: VerifySettings,
    over transport: HTTPTransport,
    bucket: BlockInquiry? = nil,
  ) {
    self.bucket = bucket
    self.fleet = fleet
    self.clients = clients
    self.settings = settings
    self.transport = transport
    expected = arrivals(of: fleet)
  }

  private var chosen: [ClusterArrivals] {
    expected.clusters.filter {
      settings.clusters.isEmpty || settings.clusters.contains($0.cluster)
    }
  }

  /// What is found now.
  package func report() async -> VerifyReport {
    let queries = HubQueries(arrivals: expected)
    do throws(HubFinding) {
      let api = try await hub()
      let inquiry = HubInquiry(
        api: api,
        queries: queries,
        hasStores: fleet.topology != .federate,
        watch: proxied(expected.watch),
        receive: proxied(expected.receive),
        bucket: bucket,
        chosen: chosen,
        moment: settings.moment,
      )
      return await report(HubView(try await inquiry.ask(), to: queries), api)
    } catch {
      return blind(error)
    }
  }

  private var hubName: String { clients.hub }

  /// What was to be asked, where that did not come to an answer.
  private var meant: VerifyReport.Source {
    if case .address(let address) = settings.way { return .url(address.url) }
    return .service(ServiceAddress(expected.query), cluster: hubName)
  }

  /// Nothing is known of any cluster.
  private func blind(_ reason: HubFinding) -> VerifyReport {
    VerifyReport(
      fleet: fleet.name,
      source: meant,
      moment: Date(),
      questions: 1,
      hub: [.hub(reason)],
      clusters: chosen.map {
        ClusterVerdict(
          cluster: $0.cluster,
          labels: $0.labels,
          newest: nil,
          series: nil,
          findings: [.arrival(.untold)],
        )
      },
    )
  }

  // MARK: Ways

  /// What answers queries over all clusters, by the way that the settings name.
  func hub() async throws(HubFinding) -> MetricsAPI {
    if case .address(let address) = settings.way { return api(.direct(address, over: transport)) }
    let client: KubernetesClient
    switch clients.ways[hubName] {
    case .open(let way): client = way
    case .closed(_, let reason): throw .closed(reason)
    case nil: throw .closed(.notLookedAt)
    }
    guard case .route(let token) = settings.way else {
      return api(.serviceProxy(ServiceAddress(expected.query), of: client))
    }
    return api(.direct(try await route(by: client, token), over: transport))
  }

  /// The host that the router has given the querier's Route.
  private func route(
    by client: KubernetesClient,
    _ token: String?,
  ) async throws(HubFinding) -> MetricsAddress {
    let service = expected.query.service
    let route = ObjectReference(
      cluster: service.cluster,
      .route,
      namespace: service.namespace,
      name: service.name,
    )
    do throws(KubernetesError) {
      let live = try await client.get(route)
      guard let host = live?["status"]?["ingress"]?[0]?["host"]?.stringValue else {
        throw .notServed(kind: route.localDescription)
      }
      return MetricsAddress("https://\(host)", token: token)
    } catch {
      throw .unanswered(.notThrough(error))
    }
  }

  private func api(_ way: MetricsAPI.Way) -> MetricsAPI {
    MetricsAPI(way, limits: settings.limits)
  }

  /// A Service of the hub's beside the querier, to which whoever asks an address has no way.
  private func proxied(_ service: QueryService?) -> MetricsAPI? {
    guard case .serviceProxy = settings.way, let service, let client = clients[clients.hub]
    else { return nil }
    return api(.serviceProxy(ServiceAddress(service), of: client))
  }

  // MARK: Judging

  private func report(_ view: HubView, _ api: MetricsAPI) async -> VerifyReport {
    // Of all clusters, also of those that are not chosen: a stranger may be any of them.
    let silent = expected.clusters.filter { !view.arrival(of: $0, skew: nil).arrives }
    var answers = await writers(silent: Set(silent.map(\.cluster)), view)
    if settings.probes { await probe(&answers, at: api, view.answers.asked) }
    let verdicts = chosen.map { verdict(on: $0, view, answers[$0.cluster], silent: silent) }
    let likely = verdicts.flatMap(\.findings).compactMap(\.otherName)
    let blocks = view.bucketFindings(isTold: view.uploadsAreLate)
    return VerifyReport(
      fleet: fleet.name,
      source: api.source(by: hubName),
      moment: view.answers.moment,
      questions: view.answers.count,
      hub: view.hubFindings(likely: Set(likely)).map(VerifyFinding.hub)
        + blocks.map(VerifyFinding.block),
      blocks: view.blocks,
      clusters: verdicts,
    )
  }

  private func verdict(
    on cluster: ClusterArrivals,
    _ view: HubView,
    _ answers: WriterAnswers?,
    silent: [ClusterArrivals],
  ) -> ClusterVerdict {
    let skew = answers?.skew(against: view.answers.skew)
    let arrival = view.arrival(of: cluster, skew: skew)
    let labels = view.labels(of: cluster, silent: silent)
    let series =
      labels
      + (arrival.isJudgedByNow
        ? view.missingFamilies(of: cluster) + view.copies(of: cluster)
          + view.rhythm(of: cluster) : [])
    let writing =
      view.writing(of: cluster) + view.taken(of: cluster, arrives: arrival.arrives)
      + view.store(of: cluster, arrives: arrival.arrives)
      + (cluster.isPlatforms && !arrival.arrives ? [.platformUnasked] : [])
      + (answers?.findings(arrives: arrival.arrives) ?? [])
    let isElsewhere = series.contains(where: \.isOfOtherName)
    let isTold =
      !arrival.arrives || isElsewhere || view.uploadsAreLate
      || writing.contains { $0.code == .uploadLate }
    return ClusterVerdict(
      cluster: cluster.cluster,
      labels: cluster.labels,
      newest: view.newest(of: cluster),
      series: view.count(of: cluster),
      receive: view.receive(of: cluster),
      block: view.block(of: cluster),
      // What comes under another name is told as that alone.
      findings: (isElsewhere ? [] : [.arrival(arrival)])
        + series.map(VerifyFinding.series)
        + writing.map(VerifyFinding.writing)
        + view.blocks(of: cluster, isTold: isTold).map(VerifyFinding.block),
    )
  }

  /// What clusters tell of themselves: those of which nothing comes, those that the fleet can ask, and those as which a
  /// sample is written.
  private func writers(silent: Set<String>, _ view: HubView) async -> [String: WriterAnswers] {
    let probe = settings.probes ? Probe(moment: view.answers.asked) : nil
    return await withTaskGroup(of: (String, WriterAnswers).self) { group in
      for cluster in chosen {
        let knocks = silent.contains(cluster.cluster)
        let isProbed = probe != nil && cluster.writes
        guard knocks || isProbed || cluster.own != nil,
          let client = clients[fleet.place(of: cluster.cluster)]
        else { continue }
        let inquiry = WriterInquiry(
          cluster: cluster,
          client: client,
          transport: transport,
          limits: settings.limits,
        )
        let sample = probe?.series(of: cluster, skew: view.answers.skew)
        group.addTask { (cluster.cluster, await inquiry.ask(knocks: knocks, writing: sample)) }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
  }

  /// Looks on the hub for the samples that were taken in.
  private func probe(
    _ answers: inout [String: WriterAnswers],
    at api: MetricsAPI,
    _ moment: Date,
  ) async {
    let written = chosen.filter { answers[$0.cluster]?.knock?.isTaken == true }
    let found = await Probe(moment: moment).arrivals(of: Set(written.map(\.label)), at: api)
    for cluster in written {
      answers[cluster.cluster]?.probe = found[cluster.label].map { .found(after: $0) } ?? .lost
    }
  }
}

extension MetricsAPI {
  /// As a report names what was asked, through the cluster of this name.
  fileprivate func source(by hub: String) -> VerifyReport.Source {
    switch way {
    case .serviceProxy(let service, _): .service(service, cluster: hub)
    case .direct(let address, _): .url(address.url)
    }
  }
}

extension VerifyFinding {
  /// The `cluster` label under which a cluster's series come, where that is not its own.
  fileprivate var otherName: String? {
    guard case .series(.underOtherName(let labels, _, _)) = self else { return nil }
    return labels.first { $0.name == "cluster" }?.value
  }
}
