import Fleet
import JSON
import Manifest

/// The Prometheus of a cluster, and what it may read there.
extension ReadCluster {
  private static let account = Part.prometheus.name

  func permissions() -> [Manifest] {
    let part = Part.prometheus
    return [site.manifest(.serviceAccount, Self.account, of: part)]
      + site.nodeReading(by: Self.account)
      + site.serviceDiscovery(for: cluster, to: Self.account)
  }

  var scrapeJobs: Manifest {
    let isEncrypted = loadBalancer.tls != nil
    let itself = ScrapeJobs.itself(named: "prometheus", isEncrypted: isEncrypted)
    return site.scrapeJobs(itself + ScrapeJobs.kubelets)
  }

  var prometheus: Manifest {
    let running = site.running(
      design.prometheus,
      account: Self.account,
    )
    return site.manifest(
      .prometheus,
      Part.prometheus.name,
      of: .prometheus,
      ["spec": running.merging(labelling).merging(selecting).merging(serving)],
    )
  }

  /// The operator has no way to ask for a login here, so there is none.
  private var serving: JSON {
    guard let secret = loadBalancer.tls?.secret else { return [:] }
    let name = JSON.string(secret)
    return [
      "web": [
        "tlsConfig": [
          "cert": ["secret": ["name": name, "key": "tls.crt"]],
          "keySecret": ["name": name, "key": "tls.key"],
        ]
      ]
    ]
  }

  /// Under which labels the hub gets its series: without those of the operator, which would only
  /// name this one object on every cluster.
  private var labelling: JSON {
    [
      "externalLabels": .object(
        JSONObject(cluster.externalLabels.map { ($0.name, .string($0.value)) })
      ),
      "prometheusExternalLabelName": "",
      "replicaExternalLabelName": "",
    ]
  }

  private var selecting: JSON {
    let selector: JSON = ["matchLabels": [WellKnown.fleetLabel: .string(site.fleet)]]
    return [
      "scrapeInterval": .string(design.prometheus.scrapeInterval),
      "serviceMonitorSelector": selector,
      "ruleSelector": selector,
      "additionalScrapeConfigs": ScrapeJobs.selector,
    ]
  }
}
