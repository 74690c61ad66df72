import Facts
import Fleet
import Foundation
import JSON
import Objects
import Testing

@testable import Metrics
@testable import Operate
@testable import Templates

/// What is made of answers that no real server gives at will.
struct JudgementTests {
  private static let now = Date(timeIntervalSince1970: 1_795_820_650)

  /// A fleet of one or two clusters, each with its name alone.
  private func queries(_ names: String..., tenants: Bool = false) throws -> HubQueries {
    let fleet = try writingFleet(
      names.map { "name: \($0), context: \($0)" },
      hub: tenants ? "\n  receive: {tenancy: cluster}" : "",
    )
    return HubQueries(arrivals: arrivals(of: fleet))
  }

  private func answers(
    newest: [String: TimeInterval] = [:],
    series: [Sample] = [],
  ) -> HubAnswers {
    let times = newest.map { name, age in
      Sample(
        labels: ["cluster": name],
        time: Self.now,
        value: Self.now.addingTimeInterval(-age).timeIntervalSince1970,
      )
    }
    return HubAnswers(
      moment: Self.now,
      skew: 0,
      series: .success(Answered(series)),
      newest: .success(Answered(times)),
      copies: .success(Answered([])),
      rhythm: .success(Answered([])),
      families: .success(Answered([])),
      count: 0,
    )
  }

  private func row(_ labels: Labels, _ count: Double) -> Sample {
    Sample(labels: labels, time: Self.now, value: count)
  }

  @Test func `what is always as old as the clock is slow has not stopped`() throws {
    let queries = try queries("a")
    let view = HubView(answers(newest: ["a": 600]), to: queries)
    let cluster = queries.arrivals.clusters[0]
    #expect(view.arrival(of: cluster, skew: -590) == .behind(seconds: 600))
    // Its series are not there now, which says nothing of what it sends.
    #expect(!view.arrival(of: cluster, skew: -590).isJudgedByNow)
    // A clock that was set back: until it has caught up, the newest sample is the last from before.
    #expect(view.arrival(of: cluster, skew: -3_600) == .behind(seconds: 3_600))
    // Older than the clock makes it.
    #expect(view.arrival(of: cluster, skew: -300).code == .stopped)
    #expect(view.arrival(of: cluster, skew: 3_600).code == .stopped)
    #expect(
      view.arrival(of: cluster, skew: 0) == .stopped(at: Self.now.addingTimeInterval(-600))
    )
    #expect(view.arrival(of: cluster, skew: nil).code == .stopped)
  }

  @Test func `whose labels were changed has not stopped, and whose name another takes has`() throws
  {
    let fleet = try writingFleet(
      ["a", "b"].map { "name: \($0), context: \($0), externalLabels: {region: r-\($0)}" }
    )
    let queries = HubQueries(arrivals: arrivals(of: fleet))
    let cluster = queries.arrivals.clusters[0]
    func arrival(beside region: String) -> ArrivalFinding {
      var answers = answers()
      answers.newest = .success(
        Answered([
          row(["cluster": "a", "region": "r-a"], Self.now.timeIntervalSince1970 - 900),
          row(["cluster": "a", "region": region], Self.now.timeIntervalSince1970 - 5),
        ])
      )
      return HubView(answers, to: queries).arrival(of: cluster, skew: nil)
    }
    #expect(arrival(beside: "elsewhere") == .arriving(age: 5))
    #expect(arrival(beside: "r-b") == .stopped(at: Self.now.addingTimeInterval(-900)))
  }

  @Test func `by the tenant it is known whose series are whose`() throws {
    let queries = try queries("a", "b", tenants: true)
    func tenant(_ name: String) -> Labels {
      ["tenant_id": "system:serviceaccount:thanos:\(name)-metrics"]
    }
    let rows = [
      row(["cluster": "b"].merging(tenant("b")) { $1 }, 5),
      row(["cluster": "b"].merging(tenant("a")) { $1 }, 7),
    ]
    let view = HubView(answers(series: rows), to: queries)
    let (a, b) = (queries.arrivals.clusters[0], queries.arrivals.clusters[1])
    let labels = [ExternalLabel(name: "cluster", value: "b")]
    #expect(
      view.labels(of: a, silent: [a])
        == [.underOtherName(labels, series: 7, isCertain: true)]
    )
    #expect(view.labels(of: b, silent: [a]) == [.takenBy(cluster: "a", series: 7)])
    #expect(view.count(of: b) == 5)
  }

  @Test(arguments: [
    (204, WritingFinding.Code.wayOpen), (401, .tokenRefused), (403, .notAllowed),
    (429, .throttled), (503, .hubFails),
  ])
  func `what the hub answers to who comes as the cluster says what keeps it`(
    status: Int,
    code: WritingFinding.Code,
  ) {
    let answers = WriterAnswers(knock: .answered(status: status, said: nil))
    #expect(answers.findings(arrives: false).map(\.code) == [code])
  }

  @Test func `an authority that does not vouch is told from a hub that is away`() {
    func codes(_ reason: TransportError.Reason) -> [WritingFinding.Code] {
      let error = TransportError(reason, url: "https://hub")
      return WriterAnswers(knock: .unanswered(error)).findings(arrives: false).map(\.code)
    }
    #expect(codes(.untrustedServer("x")) == [.authorityWrong])
    #expect(codes(.refused) == [.unreachable])
  }

  /// What a pod of receive tells of two clusters, as Thanos writes it.
  private func telling(_ tenant: (String) -> String) -> HubAnswers.Told<[ExposedSample]> {
    func sample(_ name: String, _ cluster: String, _ value: Double, _ labels: Labels = [:])
      -> ExposedSample
    {
      ExposedSample(
        name: name,
        labels: ["tenant": tenant(cluster)].merging(labels) { $1 },
        value: value,
      )
    }
    return .success(
      Answered([
        sample("prometheus_tsdb_head_series", "a", 7),
        sample("prometheus_tsdb_head_samples_appended_total", "a", 50, ["type": "float"]),
        sample("prometheus_tsdb_head_samples_appended_total", "a", 1, ["type": "histogram"]),
        sample("thanos_receive_write_samples_sum", "a", 50, ["code": "200"]),
        sample("thanos_receive_write_samples_sum", "b", 12, ["code": "409"]),
      ])
    )
  }

  @Test func `what receive holds and refuses is told by cluster where each is a tenant`() throws {
    let queries = try queries("a", "b", tenants: true)
    var answers = answers()
    answers.receive = telling { "system:serviceaccount:thanos:\($0)-metrics" }
    let view = HubView(answers, to: queries)
    let (a, b) = (queries.arrivals.clusters[0], queries.arrivals.clusters[1])
    #expect(view.receive(of: a) == ReceiveFigures(series: 7, samples: 51))
    #expect(view.taken(of: a, arrives: false).map(\.code) == [.receiveHolds])
    #expect(view.taken(of: b, arrives: false).first == .receiveRefuses([409: 12]))
    // What was refused once is no news of a cluster that arrives.
    #expect(view.taken(of: b, arrives: true).map(\.code) == [.receiveHolds])
  }

  @Test func `of one tenant for all, receive tells of all together`() throws {
    let queries = try queries("a", "b")
    var answers = answers()
    answers.receive = telling { _ in "default-tenant" }
    answers.writers = .success(
      Answered([row(["cluster": "a", HubQueries.figureLabel: WriterFigure.refused.rawValue], 2)])
    )
    let view = HubView(answers, to: queries)
    let sum = ReceiveFigures(series: 7, samples: 51, refused: [409: 12])
    #expect(view.received == [.receiveTells(sum, tenants: 1)])
    let a = queries.arrivals.clusters[0]
    #expect(view.receive(of: a) == nil)
    #expect(view.writing(of: a) == [.refusing(perSecond: 2, statuses: [409])])
  }

  @Test func `an entry of OpenShift's own settings is found by its name, in their text`() {
    let object = ObjectReference(cluster: "a", .configMap, namespace: "m", name: "c")
    let writer = WriterSettings(
      object: object,
      textKey: "config.yaml",
      path: ["prometheusK8s"],
      name: "f.thanos.hub",
    )
    let text = """
      prometheusK8s:
        remoteWrite:
        - {name: other, url: https://other}
        - {name: f.thanos.hub, url: https://hub}
      """
    let live: JSON = ["data": ["config.yaml": .string(text)]]
    #expect(writer.entry(in: live)?["url"] == "https://hub")
    #expect(writer.entry(in: ["data": ["config.yaml": "a: [}"]]) == nil)
    #expect(writer.entry(in: ["data": [:]]) == nil)
  }

  @Test func `a sidecar that the querier cannot ask is its cluster's, and none is told, too`()
    throws
  {
    let queries = HubQueries(arrivals: arrivals(of: try askedFleet("a", "b")))
    func store(_ cluster: String, _ error: JSON) -> JSON {
      [
        "name": .string("\(cluster):443"), "lastError": error,
        "labelSets": [["cluster": .string(cluster), "prometheus_replica": "p-0"]],
      ]
    }
    var answers = answers()
    answers.stores = .success(
      Answered([
        StoreEndpoint(reading: store("a", "x509: unknown authority"), kind: "sidecar"),
        StoreEndpoint(reading: store("b", "refused"), kind: "store"),
      ])
    )
    answers.earlier = .success(Answered([]))
    answers.known = .success(Answered([]))
    let view = HubView(answers, to: queries)
    let (a, b) = (queries.arrivals.clusters[0], queries.arrivals.clusters[1])
    let failing = WritingFinding.storeFails(name: "a:443", said: "x509: unknown authority")
    #expect(view.store(of: a, arrives: false) == [failing])
    #expect(view.store(of: b, arrives: false) == [.noStore])
    #expect(view.store(of: b, arrives: true) == [])
    // Of what cannot be asked nobody knows that it never came.
    #expect(view.arrival(of: a, skew: nil) == .untold)
    #expect(view.arrival(of: b, skew: nil) == .never)
    // The cluster's own is no news of the hub's.
    #expect(
      view.hubFindings(likely: []).contains(
        .storeFails(kind: "store", name: "b:443", said: "refused")
      )
    )
    #expect(view.hubFindings(likely: []).count { $0.code == .storeFails } == 1)
  }

  @Test func `selectors are asked for in as few questions as every proxy lets pass`() throws {
    let queries = try queries("a")
    #expect(queries.families.count == 1)
    #expect(queries.families[0].components(separatedBy: " or ").count == queries.selectors.count)
  }
}
