import Foundation
import JSON
import Objects
import Templates
import TestSupport
import Testing
import YAML

@testable import Fleet

/// What watches over the hub, who is told, and whose series are whose.
@Suite(.waitsForPrograms) struct WatchTests {
  @Test(.enabled(if: PrometheusProcess.isInstalled, "promtool is the judge"))
  func `promtool accepts the configuration of the Prometheus that watches`() throws {
    let configuration = try configuration(of: .watched)
    // Debian's Prometheus is built without Kubernetes.
    let jobs = (configuration["scrape_configs"]?.arrayValue ?? []).map { job in
      job.merging(["kubernetes_sd_configs": .null])
    }
    try Promtool.judge(
      ["check", "config", "--syntax-only"],
      configuration.merging(["scrape_configs": .array(jobs)]),
    )
    let targets = configuration["alerting"]?["alertmanagers"]?[0]?["static_configs"]?[0]
    #expect(targets?["targets"] == ["alertmanager.thanos.svc:9093"])
  }

  @Test func `every part of Thanos is read, and lets its reader in`() throws {
    let manifests = try render(.watched).manifests(on: "hub")
    let parts = manifests.filter { $0.thanosArguments != [] }
    #expect(parts.count == 9)
    for part in parts {
      let ports = part.podSpec?["containers"]?.arrayValue?.flatMap { $0["ports"]?.arrayValue ?? [] }
      #expect(ports?.contains { $0["name"] == "http" } == true, "\(part.reference)")
      #expect(part.podLabels?["fedctl.dev/fleet"] == "edge-metrics")
    }
    let policy = manifests.first { $0.reference.name == "hub-monitor-scrapes" }?.body["spec"]
    #expect(policy?["podSelector"]?["matchLabels"] == ["fedctl.dev/fleet": "edge-metrics"])
    #expect(policy?["ingress"]?[0]?["ports"]?[0]?["port"] == "http")
    let reader = policy?["ingress"]?[0]?["from"]?[0]?["podSelector"]?["matchLabels"]
    #expect(reader?["app.kubernetes.io/name"] == "hub-monitor")
  }

  @Test func `a Prometheus that is there finds each part by a Service`() throws {
    var fleet = Fleet.watched
    fleet.receiving.thanos.monitoring = .existing(
      ExistingMonitoring(namespace: "monitoring", labels: ["release": "kube-prometheus-stack"])
    )
    let manifests = try render(fleet).manifests(on: "hub")
    let monitor = try #require(manifests.first { $0.reference.kind == .serviceMonitor })
    let ports = monitor.body["spec"]?["endpoints"]?.arrayValue?.compactMap { $0["port"] } ?? []
    let services = manifests.filter { $0.reference.kind == .service }
    for part in manifests where part.thanosArguments != [] {
      let labels = try #require(part.podLabels)
      let leading = services.filter { service in
        service.body["spec"]?["selector"].map(labels.contains) == true
          && service.body["spec"]?["ports"]?.arrayValue?
            .contains { $0["name"].map(ports.contains) == true } == true
      }
      // By one alone, or each series would be there twice.
      #expect(leading.count == 1, "\(part.reference)")
      let job = leading.first?.body["metadata"]?["labels"]?["app.kubernetes.io/name"]
      #expect(job == labels["app.kubernetes.io/name"])
    }
    let chosen = manifests.filter { $0.body["metadata"]?["labels"]?["release"] != nil }
    #expect(chosen.map(\.reference.kind) == [.serviceMonitor, .prometheusRule])
  }

  @Test func `whoever is to be told stands where each Prometheus looks`() throws {
    var fleet = Example.federate.fleet
    fleet.hub.alertmanager = fleet.alerting
    fleet.clusters[0].alertmanagers = .at("https://alerts.example.com/am", "http://[fd00::1]:9093")
    let manifests = try render(fleet).manifests
    #expect(
      try destinations(on: "cluster1", manifests) == [
        [
          "scheme": "https", "path_prefix": "/am",
          "static_configs": [["targets": ["alerts.example.com:443"]]],
        ],
        ["scheme": "http", "static_configs": [["targets": ["[fd00::1]:9093"]]]],
      ]
    )
    #expect(
      try destinations(on: "hub", manifests) == [
        ["scheme": "http", "static_configs": [["targets": ["alertmanager.monitoring.svc:9093"]]]]
      ]
    )
    #expect(try destinations(on: "cluster2", manifests) == [])
  }

  @Test func `the ruler tells the fleet's own Alertmanager and those of others`() throws {
    var fleet = Fleet.watched
    fleet.hub.alertmanagers = .at("http://alerts.example.com:9093")
    let ruler = try render(fleet).manifests(on: "hub").first {
      $0.reference.kind == .statefulSet && $0.reference.name == "thanos-ruler"
    }
    let told = ruler?.thanosArguments.first?.filter { $0.hasPrefix("--alertmanagers.url=") }
    #expect(
      told == [
        "--alertmanagers.url=http://alerts.example.com:9093",
        "--alertmanagers.url=http://alertmanager.thanos.svc:9093",
      ]
    )
  }

  @Test func `a ruler whom nobody hears is no news`() throws {
    let unheard = "AlertsNotSent"
    var fleet = Fleet.watched
    #expect(try alerts(of: fleet).contains(unheard))
    fleet.hub.alertmanager = nil
    #expect(try !alerts(of: fleet).contains(unheard))
    fleet.receiving.thanos.ruler?.alertmanagers = .at("http://alerts.example.com:9093")
    #expect(try alerts(of: fleet).contains(unheard))
  }

  @Test func `the name in a collector's certificate takes the place of what it says it is`() throws
  {
    var fleet = Example.collector.fleet
    let flag = "--receive.tenant-label-name=cluster"
    #expect(try receiveArguments(fleet).contains(flag))
    let index = try #require(
      fleet.clusters[0].externalLabels.firstIndex { $0.name == "cluster" }
    )
    fleet.clusters[0].externalLabels[index].value = "another"
    #expect(try !receiveArguments(fleet).contains(flag))
  }

  // MARK: Parts

  /// What the hub's own Prometheus looks out for.
  private func alerts(of fleet: Fleet) throws -> [String] {
    let file = try render(fleet).manifests(on: "hub").first {
      $0.reference.name == "hub-monitor-rules"
    }
    let texts = file?.body["data"]?.objectValue?.map(\.value.stringValue) ?? []
    let groups = try texts.compactMap(\.self).flatMap { text in
      try YAML.document(Array(text.utf8), file: "rules")?.json["groups"]?.arrayValue ?? []
    }
    return groups.flatMap { $0["rules"]?.arrayValue ?? [] }.compactMap { $0["alert"]?.stringValue }
  }

  private func configuration(of fleet: Fleet) throws -> JSON {
    let file = try render(fleet).manifests(on: "hub").first {
      $0.reference.kind == .configMap && $0.reference.name == "hub-monitor"
    }
    let text = try #require(file?.body["data"]?["prometheus.yaml"]?.stringValue)
    return try #require(try YAML.document(Array(text.utf8), file: "prometheus.yaml")?.json)
  }

  /// What a cluster's Prometheus resource refers to.
  private func destinations(on cluster: String, _ manifests: [Manifest]) throws -> [JSON] {
    let own = manifests.filter { $0.reference.cluster == cluster }
    let prometheus = own.first { $0.reference.kind == .prometheus }
    guard let reference = prometheus?.body["spec"]?["additionalAlertManagerConfigs"] else {
      return []
    }
    let secret = own.first {
      $0.reference.kind == .secret && .string($0.reference.name) == reference["name"]
    }
    let text = secret?.body["data"]?[reference["key"]?.stringValue ?? ""]?.stringValue ?? ""
    let bytes = [UInt8](Data(base64Encoded: text) ?? Data())
    return try YAML.document(bytes, file: "alertmanagers")?.json.arrayValue ?? []
  }

  private func receiveArguments(_ fleet: Fleet) throws -> [String] {
    let receive = try render(fleet).manifests(on: "hub").first {
      $0.reference.kind == .statefulSet && $0.reference.name == "thanos-receive"
    }
    return receive?.thanosArguments.first ?? []
  }
}
