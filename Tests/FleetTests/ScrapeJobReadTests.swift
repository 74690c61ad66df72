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

  @Test func `a job says how its targets are known, and what they are shown`() throws {
    let job = """
      name: a, targets: ['b:1'], scheme: https, tls: {ca: {secret: c}, certificate: d, serverName: e},
      authorization: {secret: f}
      """
    let fleet = try #require(Sample.sidecar("scrapeJobs: [{\(job)}]").reading.fleet)
    #expect(
      fleet.clusters[0].scrapeJobs.map(\.access) == [
        ClientAccess(
          tls: ClientTLS(
            authority: .secret(SecretKey(name: "c", key: "ca.crt")),
            certificate: "d",
            serverName: "e",
            skipsVerification: false,
          ),
          credential: .authorization(type: "Bearer", SecretKey(name: "f", key: "token")),
        )
      ]
    )
  }

  @Test(
    arguments: [
      ("tls: {serverName: b}", .access(.tlsUnused)),
      ("authorization: {secret: b}", .access(.openCredential)),
      ("scheme: https, authorization: {secret: b, key: ../b}", .form(.secretEntry)),
      ("scheme: https, tls: {ca: {secret: b, key: ..}}", .form(.secretEntry)),
      (
        "scheme: https, authorization: {secret: b, credentials: c}",
        .table(.secret(key: "credentials", of: "an authorization", isReferred: false)),
      ),
      ("scrape_timeout: 5s", nil),
    ] as [(String, FleetFact?)]
  )
  func `what would not be scraped as the job says is told`(_ keys: String, _ fact: FleetFact?) {
    let reading = Sample.sidecar("scrapeJobs: [{name: a, targets: ['b:1'], \(keys)}]").reading
    #expect(fact.map { facts(reading) == [$0] } ?? !reading.problems.isEmpty)
  }

  @Test(arguments: [("v2.48.1", true), ("v2.49.0", false), ("v3.13.2", false)])
  func `a Prometheus that takes no user's name from a file is told`(
    _ version: String,
    _ isRefused: Bool,
  ) {
    let job = "{name: a, targets: ['b:1'], scheme: https, basicAuth: {secret: b}}"
    let cluster = "prometheus: {version: \(version)}, scrapeJobs: [\(job)]"
    let expected: [FleetFact] = isRefused ? [.version(.unreadLogin(Version(2, 48, 1)))] : []
    #expect(facts(Sample.sidecar(cluster).reading) == expected)
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
