import JSON
import TestSupport
import Testing

@testable import Fleet

/// How what watches, tells and places is read.
@Suite struct WatchReadTests {
  @Test func `the hub's monitoring is its own unless the file says otherwise`() throws {
    let own = try #require(Sample.receive(hub: "monitoring: {}").reading.fleet?.receiving)
    guard case .own(let server) = own.thanos.monitoring else {
      Issue.record("not its own")
      return
    }
    #expect(server.retention == "15d")
    // Four fifths of 10Gi.
    #expect(server.retentionMebibytes == 8192)
    let none = try #require(Sample.receive().reading.fleet?.receiving)
    #expect(none.thanos.monitoring == nil)
  }

  @Test func `a Prometheus that is there is OpenShift's for user workloads where nothing is said`()
    throws
  {
    let hub = try #require(
      Sample.receive(hub: "monitoring: {mode: existing, labels: {release: kps}}").reading.fleet?
        .receiving
    )
    #expect(
      hub.thanos.monitoring
        == .existing(
          ExistingMonitoring(
            namespace: "openshift-user-workload-monitoring",
            labels: ["release": "kps"],
          )
        )
    )
  }

  @Test func `an Alertmanager needs a configuration`() {
    let reading = Sample.receive(hub: "alertmanager: {}").reading
    #expect(reading.problems.map(\.code) == ["fleet.missing-key"])
    let whole = Sample.receive(hub: "alertmanager: {configuration: {secret: a}}").reading
    #expect(whole.fleet?.hub.alertmanager?.secret == "a")
    #expect(whole.fleet?.hub.alertmanager?.key == "alertmanager.yaml")
  }

  @Test func `what goes to the hub is chosen by names alone`() throws {
    let cluster = Sample.receive(cluster: "remoteWrite: {match: ['{__name__=~\"a.+\"}']}").reading
    #expect(cluster.fleet?.clusters.first?.writer?.sent == ["{__name__=~\"a.+\"}"])
    let more = Sample.receive(cluster: "remoteWrite: {match: ['up{job=\"a\"}']}").reading
    #expect(facts(more) == [.form(.seriesSelector("up{job=\"a\"}", .moreThanName))])
  }

  @Test func `a size of what is kept may be said, and wishes for nodes`() throws {
    let reading = Sample.receive(
      hub: "querier: {priorityClass: high, affinity: {nodeAffinity: {}}}",
      cluster: "mode: operator, prometheus: {retentionSize: 2Gi}, alertmanagers: ['http://a:9093']",
    ).reading
    let fleet = try #require(reading.fleet)
    #expect(fleet.clusters[0].writer?.prometheus.retentionMebibytes == 2048)
    #expect(fleet.clusters[0].alertmanagers == [NamedAlertmanager(url: "http://a:9093")])
    #expect(fleet.receiving?.thanos.querier.priorityClass == "high")
    #expect(fleet.receiving?.thanos.querier.affinity == ["nodeAffinity": [:]])
    #expect(fleet.receiving?.receive.tenancy == .cluster)
  }
}
