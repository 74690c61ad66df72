import JSON
import Objects
import Templates
import TestSupport
import Testing

@testable import Fleet

/// What becomes of scrape jobs of the user's own.
@Suite(.waitsForPrograms) struct ScrapeJobTests {
  @Test(
    .enabled(if: PrometheusProcess.isInstalled, "promtool is the judge"),
    arguments: [Example.federate, .sidecar, .kubernetes],
  )
  func `promtool accepts them beside the fleet's, even under the name of one`(_ example: Example)
    throws
  {
    var fleet = example.fleet
    var kubelets = ScrapeJob.routers
    kubelets.name = "kubelet"
    fleet.clusters[0].scrapeJobs = [.routers, kubelets, .guarded]
    let configuration = try OperatorConfiguration(
      of: fleet.clusters[0].name,
      in: render(fleet).manifests,
    ).configuration()
    let jobs = configuration["scrape_configs"]?.arrayValue ?? []
    #expect(
      jobs.suffix(3).map { $0["job_name"] } == ["own/routers", "own/kubelet", "own/guarded"]
    )
    try Promtool.judge(["check", "config", "--syntax-only"], configuration)
  }

  @Test(arguments: [Example.receive, .kubernetes, .federate, .sidecar])
  func `what a job names of Secrets is a file of the pods, and stands nowhere else`(
    _ example: Example
  ) throws {
    var fleet = example.fleet
    var login = ScrapeJob.guarded
    login.access.credential = .basic(
      user: SecretKey(name: "their-login", key: "username"),
      password: SecretKey(name: "their-login", key: "password"),
    )
    fleet.clusters[0].scrapeJobs = [.guarded, login]
    let manifests = try render(fleet).manifests(on: fleet.clusters[0].name)
    let spec = try #require(manifests.first { $0.reference.kind == .prometheus }?.body["spec"])
    let volume = spec["volumes"]?.arrayValue?.first { $0["name"] == "scrape-access" }
    let sources = volume?["projected"]?["sources"]?.arrayValue ?? []
    let folder = "/etc/prometheus/scrape-access"
    #expect(
      spec["volumeMounts"]
        == [["name": "scrape-access", "mountPath": .string(folder), "readOnly": true]]
    )
    let offered = Set(
      sources.flatMap { source in
        (source["secret"] ?? source["configMap"])?["items"]?.arrayValue ?? []
      }.compactMap { $0["path"]?.stringValue }.map { "\(folder)/\($0)" }
    )
    let text = try OperatorConfiguration(of: fleet.clusters[0].name, in: manifests)
      .configuration().text()
    let asked = Set(
      text.matches(of: /"(\/etc\/prometheus\/scrape-access\/[^"]+)"/).map { String($0.1) }
    )
    #expect(asked == offered && asked.count == 6)
    #expect(sources.allSatisfy { ($0["secret"] ?? $0["configMap"])?["optional"] == true })
    #expect(sources.count == offered.count)
  }

  @Test func `without Secrets the pods are as they were`() throws {
    for example in [Example.federate, .receive] {
      var fleet = example.fleet
      let before = try prometheus(fleet)
      fleet.clusters[0].scrapeJobs = [.routers]
      #expect(try prometheus(fleet) == before)
    }
  }

  private func prometheus(_ fleet: Fleet) throws -> JSON? {
    try render(fleet).manifests(on: fleet.clusters[0].name)
      .first { $0.reference.kind == .prometheus }?.body["spec"]
  }

  @Test func `a stack's ScrapeConfigs name the Secrets themselves`() throws {
    let stack = Sample.receive(cluster: "mode: stack")
    var fleet = try #require(Fleet.read(Array(stack.text.utf8), file: "fleet.yaml").fleet)
    fleet.clusters[0].scrapeJobs = [.guarded]
    let spec = try #require(
      render(fleet).manifests.first { $0.reference.name == "own-guarded" }?.body["spec"]
    )
    #expect(spec["authorization"]?["credentials"] == ["name": "their-token", "key": "token"])
    #expect(
      spec["tlsConfig"]?["cert"] == ["secret": ["name": "our-certificate", "key": "tls.crt"]]
    )
  }

  @Test func `a stack has them as ScrapeConfigs`() throws {
    let stack = Sample.receive(cluster: "mode: stack")
    var fleet = try #require(Fleet.read(Array(stack.text.utf8), file: "fleet.yaml").fleet)
    fleet.clusters[0].scrapeJobs = [.routers]
    let manifest = try #require(
      render(fleet).manifests.first { $0.reference.name == "own-routers" }
    )
    #expect(manifest.reference.kind == .stackScrapeConfig)
    #expect(
      manifest.body["spec"] == [
        "jobName": "routers", "scheme": "HTTPS", "metricsPath": "/metrics", "scrapeInterval": "1m",
        "staticConfigs": [
          [
            "targets": ["router1.example.com:9100", "[2001:db8::1]:9100"],
            "labels": ["site": "far"],
          ]
        ],
      ]
    )
  }

  @Test func `verify expects to hear of each`() throws {
    var fleet = Example.sidecar.fleet
    fleet.clusters[0].scrapeJobs = [.routers]
    let cluster = try #require(arrivals(of: fleet).clusters.first)
    #expect(cluster.families.contains("up{job=\"routers\"}"))
  }
}
