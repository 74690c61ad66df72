import Facts
import Fleet
import Foundation
import Metrics
import Objects
import Templates
import Testing

@testable import Operate

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
    #expect(
      view.arrival(of: cluster, skew: 0) == .stopped(at: Self.now.addingTimeInterval(-600))
    )
    #expect(view.arrival(of: cluster, skew: nil).code == .stopped)
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

  @Test func `selectors are asked for in as few questions as every proxy lets pass`() throws {
    let queries = try queries("a")
    #expect(queries.families.count == 1)
    #expect(queries.families[0].components(separatedBy: " or ").count == queries.selectors.count)
  }
}
