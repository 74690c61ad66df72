import Fleet
import Foundation
import JSON
import Objects
import Templates
import Testing

/// What `usage: false` leaves out, and what telling costs.
@Suite struct UsageKeyTests {
  @Test(arguments: Example.examples)
  func `a fleet that tells nothing of use asks for nothing of it`(_ example: Example) throws {
    var fleet = example.fleet
    for index in fleet.clusters.indices { fleet.clusters[index].tellsUsage = false }
    let silent = Example(name: example.name, fleet: fleet, bundles: example.bundles)
    let manifests = try render(silent)
    let text = manifests.map { $0.preview.text() + $0.decodedData }.joined()
    for series in [UsageSeries.disk, .nodeNetwork, .cores, .kubernetesVersion, .openshiftVersion] {
      #expect(!text.contains(series.rawValue), "\(series)")
    }
    #expect(!text.contains("nonResourceURLs"))
    let dashboards = manifests.first { $0.reference.name == "grafana-dashboard-clusters" }
    let files = dashboards?.body["data"]?.objectValue?.keys ?? []
    #expect(files.contains("fleet.json") && !files.contains("versions.json"))
  }

  @Test func `what it costs is what is selected`() throws {
    let openshift = try #require(UsageCost(telling: Example.platform.fleet.clusters[0].usageSeries))
    #expect(
      openshift.rates == [.pod: 6, .container: 1, .node: 2, .claim: 1, .target: 1, .cluster: 40]
    )
    // Nothing there counts restarts.
    let kubernetes = try #require(
      UsageCost(telling: Example.kubernetes.fleet.clusters[0].usageSeries)
    )
    #expect(kubernetes.rates == [.pod: 5, .node: 2, .claim: 1, .target: 1, .cluster: 6])
    #expect(kubernetes.forHundredPods == 500 + 10 + 10 + 100 + 6)
  }

  @Test func `a cluster tells nothing where nobody hears it or reads its platform`() {
    var fleet = Example.receive.fleet
    fleet.clusters[0].writer.platformSeries.match = []
    #expect(fleet.clusters[0].usageSeries.isEmpty)
    fleet.clusters[0].writer.mode = .platformPrometheus(settings: [:])
    #expect(!fleet.clusters[0].usageSeries.isEmpty)
    fleet.clusters[0].tellsUsage = false
    #expect(fleet.usageCosts.map(\.clusters) == [["cluster2"]])
    let telemeter = Example.variants.first { $0.name == "a telemeter server" }
    #expect(telemeter?.fleet.clusters[0].usageSeries.isEmpty == true)
  }
}

extension Manifest {
  /// What a Secret has, as text.
  fileprivate var decodedData: String {
    guard reference.kind == .secret else { return "" }
    let texts = (body["data"]?.objectValue ?? [:]).compactMap(\.value.stringValue)
    return texts.map { String(decoding: Data(base64Encoded: $0) ?? Data(), as: UTF8.self) }.joined()
  }
}
