import Fleet
import Foundation
import Metrics
import Operate
import TestSupport
import Testing
import Usage

/// How many questions a report of use takes, as the hub counts them.
@Suite(
  .waitsForPrograms,
  .enabled(if: PrometheusProcess.isInstalled, "Prometheus itself is the witness"),
)
struct UsageQuestionTests {
  /// What a cluster tells of one pod, and its release, every minute until a moment.
  private func series(_ cluster: String, until now: Date) -> [Series] {
    let names: [Labels] = [
      ["__name__": "cluster_version", "type": "current", "version": "4.18.2"],
      ["__name__": "pod:container_cpu_usage:sum", "namespace": "openshift-etcd", "pod": "etcd-n1"],
    ]
    return names.map { labels in
      Series(
        labels: labels.merging(["cluster": cluster]) { $1 },
        points: stride(from: 1_200.0, through: 0, by: -60).map {
          Series.Point(time: now.addingTimeInterval(-$0), value: 1)
        },
      )
    }
  }

  private func fleet(_ names: [String]) throws -> Fleet {
    let text = """
      apiVersion: fedctl.dev/v1alpha1
      kind: Fleet
      name: f
      topology: collector
      platform: openshift
      bucket: {name: metrics, region: us-east-2}
      hub: {context: hub}
      defaults: {collector: {image: "registry.example.com/metrics-collector:v1"}}
      clusters:
      \(names.map { "- {name: \($0), context: \($0)}" }.joined(separator: "\n"))
      """
    let reading = Fleet.read(Array(text.utf8), file: "fleet.yaml")
    return try #require(reading.fleet, "\(reading.problems)")
  }

  @Test func `a thousand clusters take as many questions as ten`() async throws {
    let hub = try VerifiedHub()
    var asked: [Int] = []
    for count in [10, 1_000] {
      let names = (1...count).map { "c\($0)" }
      try await hub.take(names.flatMap { series($0, until: hub.now) })
      let inquiry = try UsageInquiry(
        MetricsAPI(
          .direct(MetricsAddress(hub.url), over: hub.transport),
          limits: MetricsLimits(time: .seconds(3_600)),
        ),
        try fleet(names),
        UsageSettings(window: 600, step: 300, end: Int(hub.now.timeIntervalSince1970)),
      )
      let before = try await hub.questions()
      let report = try await inquiry.report()
      asked.append(try await hub.questions() - before)
      #expect(report.figures.queries.count == asked.last)
      // All of them are in each answer.
      for subject in [UsageQuery.Subject.version, .measure(.cpu)] {
        let query = report.figures.queries.first { $0.subject == subject }
        #expect(query?.series == count, "\(subject)")
      }
      #expect(!report.isIncomplete)
    }
    #expect(asked.first == asked.last)
  }
}
