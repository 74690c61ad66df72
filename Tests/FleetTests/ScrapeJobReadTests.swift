import Facts
import TestSupport
import Testing

@testable import Fleet

/// Scrape jobs of the user's own.
@Suite struct ScrapeJobReadTests {
  @Test func `a job has what Prometheus would take without being told`() throws {
    let fleet = try #require(
      Sample.sidecar("scrapeJobs: [{name: a, targets: ['b:1']}]").reading.fleet
    )
    let job = ScrapeJob(
      name: "a",
      targets: ["b:1"],
      isEncrypted: false,
      path: "/metrics",
      interval: "30s",
      labels: [:],
    )
    #expect(fleet.clusters[0].scrapeJobs == [job])
  }

  @Test(
    arguments: [
      "router", "http://router:9100", "router:0", "router:65536", "router:9100/metrics", ":9100",
      "user@router:9100", "2001:db8::1", "[2001:db8::1]",
    ]
  )
  func `a target is a host with a port`(target: String) {
    let reading = Sample.sidecar("scrapeJobs: [{name: a, targets: ['\(target)']}]").reading
    #expect(reading.problems.map(\.fact) == [.form(.scrapeTarget(target))])
  }

  @Test(arguments: ["router:9100", "10.0.0.1:65535", "[2001:db8::1]:9100", "a_b.example.com:80"])
  func `names and addresses are targets`(target: String) {
    let reading = Sample.sidecar("scrapeJobs: [{name: a, targets: ['\(target)']}]").reading
    #expect(reading.problems == [])
  }

  @Test func `two jobs of one name are refused`() {
    let jobs = "scrapeJobs: [{name: a, targets: []}, {name: a, targets: []}]"
    #expect(Sample.sidecar(jobs).reading.problems.map(\.fact) == [.cluster(.jobNameTaken("a"))])
  }

  @Test func `OpenShift's own Prometheus takes none`() {
    let reading = Sample.receive(cluster: "scrapeJobs: []").reading
    #expect(
      reading.problems.map(\.fact)
        == [.remoteWrite(.withoutEffect(key: "scrapeJobs", mode: "operator"))]
    )
  }
}
