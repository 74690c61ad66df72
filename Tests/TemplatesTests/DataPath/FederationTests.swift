import Foundation
import JSON
import Objects
import Templates
import TestSupport
import Testing

@testable import Fleet

/// The way of the samples, from real Prometheus to real Prometheus, with what is rendered.
@Suite(
  .waitsForPrograms,
  .enabled(if: PrometheusProcess.isInstalled, "Prometheus itself is the witness"),
)
struct FederationTests {
  private let fleet = Example.federate.fleet

  @Test func `a query on the hub finds each cluster's series under the cluster's labels`() throws {
    var fleet = fleet
    var clusters: [PrometheusProcess] = []
    for index in fleet.clusters.indices {
      let process = try running(fleet.clusters[index].name)
      fleet.clusters[index].reader.loadBalancer.port = process.port
      clusters.append(process)
    }
    let manifests = try render(fleet).manifests
    let hub = try PrometheusProcess.started { _ in
      try OperatorConfiguration(
        of: "hub",
        in: manifests,
        values: OperatorConfiguration.loopback(manifests),
      )
      .configuration().quickened()
    }
    for (cluster, process) in zip(fleet.clusters, clusters) {
      let query = "up{cluster=\"\(cluster.name)\"} == 1"
      let found = try hub.series(query, atLeast: 2).compactMap { $0["metric"] }
      let labels = JSON.object(
        JSONObject(cluster.externalLabels.map { ($0.name, .string($0.value)) })
      )
      let address: JSON = ["instance": .string("127.0.0.1:\(process.port)"), "__name__": "up"]
      // What the cluster's Prometheus says of itself, and what the hub says of reading it.
      for job in ["prometheus", "federate"] {
        let series = labels.merging(address).merging(["job": .string(job)])
        #expect(found.contains { $0.contains(series) && series.contains($0) }, "\(job): \(found)")
      }
    }
  }

  @Test func `a cluster's certificate is judged by the authority that it hands to the hub`() throws
  {
    let name = "prometheus.cluster1.example.com"
    let certificate = try TestCertificate(for: name)
    let stranger = try TestCertificate(for: name)
    var fleet = fleet
    fleet.clusters.removeLast()
    fleet.clusters[0].reader.loadBalancer.tls = ServingCertificate(secret: "web", serverName: name)
    let cluster = try running("cluster1", of: fleet, certificate)
    fleet.clusters[0].reader.loadBalancer.port = cluster.port
    let manifests = try render(fleet).manifests
    for (authority, state) in [(certificate, "1"), (stranger, "0")] {
      let hub = try PrometheusProcess.started { _ in
        try OperatorConfiguration(
          of: "hub",
          in: manifests,
          values: OperatorConfiguration.loopback(manifests),
          authorityFile: authority.file,
        ).configuration().quickened()
      }
      let series = try hub.series("up{job=\"federate\"}", atLeast: 1)
      #expect(series.first?["value"]?[1] == .string(state))
    }
    // It also reads itself, over the same port.
    #expect(try cluster.series("up{job=\"prometheus\"} == 1", atLeast: 1).count == 1)
  }

  @Test func `what no selector names stays in the cluster`() throws {
    let manifests = try render(fleet).manifests
    let selectors =
      manifests.first { $0.reference.kind == .scrapeConfig }?
      .body["spec"]?["params"]?["match[]"]?.texts ?? []
    let cluster = try running("cluster1")
    #expect(try !cluster.series("prometheus_build_info", atLeast: 1).isEmpty)
    var arguments = ["-sG", "http://127.0.0.1:\(cluster.port)/federate"]
    for selector in selectors { arguments += ["--data-urlencode", "match[]=\(selector)"] }
    let text = String(decoding: try Tool.output(of: "curl", arguments), as: UTF8.self)
    #expect(text.contains("up{"))
    #expect(!text.contains("prometheus_build_info"))
  }

  // MARK: Parts

  /// A cluster's Prometheus with its rendered configuration, at a port of its own.
  private func running(
    _ cluster: String,
    of fleet: Fleet = Example.federate.fleet,
    _ certificate: TestCertificate? = nil,
  ) throws -> PrometheusProcess {
    let manifests = try render(fleet).manifests
    return try PrometheusProcess.started(web: certificate?.webConfiguration) { port in
      let configuration = try OperatorConfiguration(of: cluster, in: manifests).configuration()
      let text = configuration.quickened().text()
        .replacing("127.0.0.1:9090", with: "127.0.0.1:\(port)")
      return try JSON(parsing: text)
    }
  }
}
