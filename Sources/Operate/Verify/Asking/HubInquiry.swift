import Fleet
import FoundationEssentials
import Metrics
import Templates

/// Asks the hub everything that is to be known of all clusters.
struct HubInquiry: Sendable {
  let api: MetricsAPI
  let queries: HubQueries
  /// Whether there may be stores to be told of.
  let hasStores: Bool
  /// What watches over the hub; nil where nothing does.
  let watch: MetricsAPI?
  /// What takes in what clusters write; nil where nothing does, or no way leads there.
  let receive: MetricsAPI?
  /// What looks into the bucket; nil where there is none.
  var bucket: BlockInquiry?
  /// The clusters that are judged.
  let chosen: [ClusterArrivals]
  /// What is asked about; nil for now by the hub's clock.
  let moment: Date?

  /// - Throws: why the hub cannot be asked at all.
  func ask() async throws(HubFinding) -> HubAnswers {
    let clock: Date
    do throws(MetricsFailure) { clock = try await time() } catch { throw .unanswered(error) }
    let here = Date()
    let now = moment ?? clock
    async let series = told { () throws(MetricsFailure) in
      try await api.query(queries.series, at: now)
    }
    async let newest = told { () throws(MetricsFailure) in
      try await api.query(queries.newest, at: now.addingTimeInterval(HubQueries.newestMoment))
    }
    async let copies = told { () throws(MetricsFailure) in
      try await api.query(queries.copies, at: now, keepsCopies: true)
    }
    async let rhythm = told { () throws(MetricsFailure) in
      try await api.query(
        queries.rhythm,
        over: now.addingTimeInterval(-3_600)...now,
        step: Double(queries.window),
        keepsCopies: true,
      )
    }
    let expressions = queries.families
    async let families = families(expressions, at: now)
    async let writers = writers(at: now)
    async let hub = hubState(at: now)
    async let taken = receiveState()
    async let blocks = bucket?.ask(queries.arrivals, for: chosen, at: now)
    let state = await hub
    var answers = HubAnswers(
      moment: now,
      skew: clock.timeIntervalSince(here),
      series: await series,
      newest: await newest,
      copies: await copies,
      rhythm: await rhythm,
      families: await families,
      writers: await writers,
      stores: state.stores,
      rules: state.rules,
      watch: state.watch,
      receive: await taken,
      count: 5 + (receive == nil ? 0 : 1) + (queries.writers == nil ? 0 : 1) + expressions.count
        + state.count,
    )
    await lookBack(&answers)
    await ask(after: await blocks, &answers)
    return answers
  }

  /// By the hub's clock.
  private func time() async throws(MetricsFailure) -> Date {
    let sample = try await api.query("time()").value.first
    return sample.map { Date(timeIntervalSince1970: $0.value) } ?? Date()
  }

  private func told<Value: Sendable>(
    _ ask: () async throws(MetricsFailure) -> Answered<Value>
  ) async -> HubAnswers.Told<Value> {
    do throws(MetricsFailure) { return .success(try await ask()) } catch { return .failure(error) }
  }

  /// One after another: each is as large as a server takes.
  private func families(_ expressions: [String], at now: Date) async -> HubAnswers.Told<[Sample]> {
    await told { () throws(MetricsFailure) in
      var all: [Sample] = []
      var warnings: [String] = []
      for expression in expressions {
        let answer = try await api.query(expression, at: now)
        all += answer.value
        warnings += answer.warnings
      }
      return Answered(all, warnings: warnings)
    }
  }

  private func writers(at now: Date) async -> HubAnswers.Told<[Sample]>? {
    guard let expression = queries.writers else { return nil }
    return await told { () throws(MetricsFailure) in try await api.query(expression, at: now) }
  }

  /// One that runs nowhere tells nothing: that is told of its pods, by others.
  private func receiveState() async -> HubAnswers.Told<[ExposedSample]>? {
    guard let receive else { return nil }
    let answer = await told { () throws(MetricsFailure) in
      Answered(try await receive.exposed(ReceiveTelling.families))
    }
    if case .failure(let failure) = answer,
      failure.isOfMissingPods || failure.isOfMissingService
    {
      return nil
    }
    return answer
  }

  /// What is true of the hub as a whole.
  private func hubState(at now: Date) async -> (
    stores: HubAnswers.Told<[StoreEndpoint]>?, rules: HubAnswers.Told<[RuleGroup]>?,
    watch: HubAnswers.Told<[Sample]>?, count: Int
  ) {
    async let rules = told { () throws(MetricsFailure) in try await api.rules() }
    var stores: HubAnswers.Told<[StoreEndpoint]>?
    if hasStores { stores = await told { () throws(MetricsFailure) in try await api.stores() } }
    var halted: HubAnswers.Told<[Sample]>?
    if let watch {
      halted = await told { () throws(MetricsFailure) in
        try await watch.query(HubQueries.watch, at: now)
      }
    }
    let count = 1 + (stores == nil ? 0 : 1) + (halted == nil ? 0 : 1)
    return (stores, await rules, halted, count)
  }

  /// A block that is missing, or old, is told only of those whose samples came before.
  private func ask(after blocks: BucketAnswer?, _ answers: inout HubAnswers) async {
    answers.bucket = blocks
    let now = answers.moment
    guard case .told(let newest, let wanted)? = blocks, newest.lacks(wanted, at: now) else {
      return
    }
    answers.established = await told { () throws(MetricsFailure) in
      try await api.query(queries.established, at: now)
    }
    answers.count += 1
  }

  /// Looks further back for clusters of which there is nothing now.
  private func lookBack(_ answers: inout HubAnswers) async {
    guard let found = try? answers.newest.get().value else { return }
    let names = Set(found.compactMap { $0.labels["cluster"] })
    let missing = queries.arrivals.clusters.map(\.label).filter { !names.contains($0) }
    guard !missing.isEmpty else { return }
    let now = answers.moment
    let earlier = await told { () throws(MetricsFailure) in
      try await api.query(queries.earlier(of: missing), at: now)
    }
    answers.earlier = earlier
    answers.count += 1
    let seen = names.union(
      ((try? earlier.get().value) ?? []).compactMap { $0.labels["cluster"] }
    )
    guard missing.contains(where: { !seen.contains($0) }) else { return }
    answers.known = await told { () throws(MetricsFailure) in
      try await api.values(
        of: "cluster",
        over: now.addingTimeInterval(-30 * 86_400)...now,
      )
    }
    answers.count += 1
  }
}

extension ClusterArrivals {
  /// Its `cluster` label.
  var label: String { labels.first { $0.name == "cluster" }?.value ?? cluster }
}
