import Facts
import Fleet
import Foundation
import Kubernetes
import Metrics
import ObjectStore
import Objects
import Operate
import Testing

@testable import fedctl

/// What verify says, in full.
struct VerifyWordsTests {
  private static let moment = Date(timeIntervalSince1970: 1_795_820_650)

  private func well(_ name: String, age: Int, series: Int) -> ClusterVerdict {
    verdict(name, series: series, [.arrival(.arriving(age: age))])
  }

  private func verdict(_ name: String, series: Int, _ findings: [VerifyFinding]) -> ClusterVerdict {
    ClusterVerdict(
      cluster: name,
      labels: [ExternalLabel(name: "cluster", value: name)],
      newest: Self.moment.addingTimeInterval(-9),
      series: series,
      findings: findings,
    )
  }

  private func report(_ clusters: [ClusterVerdict], hub: [VerifyFinding] = []) -> VerifyReport {
    let service = ServiceAddress(
      namespace: "thanos",
      name: "thanos-querier",
      port: "grafana-access",
    )
    return VerifyReport(
      fleet: "edge",
      source: .service(service, cluster: "hub"),
      moment: Self.moment,
      questions: 9,
      hub: hub,
      clusters: clusters,
    )
  }

  private func text(_ report: VerifyReport) -> String {
    VerifyText(report, style: TextStyle(isColoured: false)).text
  }

  @Test func `forty clusters of which nothing is amiss take one line`() {
    let clusters = (1...40).map { well("c\($0)", age: $0 % 9, series: 800 + $0) }
    #expect(
      text(report(clusters, hub: [.hub(.storesAnswer(4))])) == """
        Fleet edge, by thanos/thanos-querier:grafana-access on hub at 2026-11-27T23:04:10Z:

          ok        c1 … c40: newest sample 0 to 8 s old, 801 to 840 series

        hub:
          ok        4 stores answer the querier

        40 of 40 clusters arrive as the file says.

        """
    )
  }

  @Test func `what is amiss has a line each, the worst first, with its remedy`() {
    let bad = verdict(
      "c2",
      series: 0,
      [.arrival(.stopped(at: Self.moment.addingTimeInterval(-3_600))), .writing(.tokenRefused)],
    )
    #expect(
      text(report([well("c1", age: 3, series: 9), bad])) == """
        Fleet edge, by thanos/thanos-querier:grafana-access on hub at 2026-11-27T23:04:10Z:

          ok        c1: newest sample 3 s old, 9 series

        c2:
          error     arrival  nothing has arrived since 2026-11-27T22:04:10Z
                             -> See whether the cluster and its Prometheus run; what keeps its writer is told below where it can be seen.
          error     writing  the hub does not accept its token (401): it was revoked, or has expired
                             -> Run `fedctl apply`, or `fedctl rotate tokens`, which hands out a new token.

        1 of 2 clusters arrives as the file says; 2 errors.

        """
    )
  }

  @Test(arguments: [
    (
      SeriesFinding.familiesMissing([#"{__name__="a"}"#], of: 3),
      #"1 of 3 selectors finds nothing: {__name__="a"}"#,
    ),
    (
      .otherLabels([ExternalLabel(name: "cluster", value: "c1")], series: 1),
      #"1 series with other labels than the file's: {cluster="c1"}"#,
    ),
    (
      .underOtherName([ExternalLabel(name: "cluster", value: "x")], series: 7, isCertain: false),
      #"7 series of it seem to come as {cluster="x"}"#,
    ),
    (.takenBy(cluster: "c2", series: 4), "4 series under its name are sent by c2"),
    (.copiesMissing(found: ["p-0"], of: 2), "1 of 2 replicas writes: p-0"),
    (
      .copiesDoubled(found: ["", "p-1"], of: 1),
      "2 replicas write, and the file has 1: one without a label, p-1",
    ),
    (
      .samplesDoubled(times: 2),
      "each series has 2.0 times the samples of one writer: several write under the same labels",
    ),
    (
      .gaps(count: 2, seconds: 300, last: moment),
      "2 gaps in the last hour, 5 m 0 s in all, the last from 2026-11-27T23:04:10Z",
    ),
  ])
  func `series are told by what is amiss with them`(finding: SeriesFinding, words: String) {
    #expect(finding.words == words)
    #expect(VerifyFinding.series(finding).remedy != nil)
  }

  private static let block = StoredBlock(name: "01J", end: moment)

  @Test(arguments: [
    (BlockFinding.newest(block), "the newest block, 01J, ends at 2026-11-27T23:04:10Z"),
    (
      .late(block, seconds: 18_000, by: .sidecar),
      "nothing of the last 5 h 0 m is in the bucket: the newest block, 01J, ends at 2026-11-27T23:04:10Z",
    ),
    (
      .missing(days: 30, by: .receive),
      "samples arrive, and no block that was made in 30 days is in the bucket",
    ),
    (
      .read(1, since: moment), "1 block of the bucket read, to those made at 2026-11-27T23:04:10Z",
    ),
    (
      .cut(read: 5_000, unknown: 2),
      "there is more in the bucket than is looked at: 5000 blocks read, of 2 clusters none among them",
    ),
    (.switchedOff, "is not looked at: `check: false` in the fleet file"),
    (.slow(seconds: 30), "has not told in 30 s what is newest"),
  ])
  func `of the bucket it is told what is newest, and why nobody knows`(
    finding: BlockFinding,
    words: String,
  ) {
    #expect(finding.words == words)
    let isWrong = finding.gravity > .untold
    #expect((VerifyFinding.block(finding).remedy != nil) == isWrong)
  }

  @Test func `clusters of which nothing is amiss tell the span of their newest blocks`() {
    let clusters = [90.0, 170].map { minutes in
      ClusterVerdict(
        cluster: "c\(Int(minutes))",
        labels: [],
        newest: Self.moment,
        series: nil,
        block: StoredBlock(name: "01J", end: Self.moment.addingTimeInterval(-minutes * 60)),
        findings: [.arrival(.arriving(age: 1))],
      )
    }
    #expect(text(report(clusters)).contains("1 s old, newest block 90 to 170 min old\n"))
  }

  @Test func `what comes from elsewhere cannot steer a terminal`() {
    let hostile = "\u{1B}[2J"
    let findings: [VerifyFinding] = [
      .writing(.notAllowed(said: hostile)),
      .hub(.storeFails(kind: "store", name: hostile, said: hostile)),
      .series(.otherLabels([ExternalLabel(name: "cluster", value: hostile)], series: 1)),
      .hub(.unanswered(.declined(type: hostile, said: hostile, status: 500))),
    ]
    for finding in findings { #expect(!finding.words.contains("\u{1B}"), "\(finding.code)") }
  }
}
