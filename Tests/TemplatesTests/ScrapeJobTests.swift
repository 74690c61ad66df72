import JSON
import Objects
import Templates
import TestSupport
import Testing

@testable import Fleet

/// What becomes of scrape jobs of the user's own.
@Suite struct ScrapeJobTests {
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
    fleet.clusters[0].scrapeJobs = [.routers, kubelets]
    let configuration = try OperatorConfiguration(
      of: fleet.clusters[0].name,
      in: render(fleet).manifests,
    ).configuration()
    let jobs = configuration["scrape_configs"]?.arrayValue ?? []
    #expect(jobs.suffix(2).map { $0["job_name"] } == ["own/routers", "own/kubelet"])
    try Promtool.judge(["check", "config", "--syntax-only"], configuration)
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
