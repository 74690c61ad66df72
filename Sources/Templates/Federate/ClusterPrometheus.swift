import Fleet
import JSON
import Manifest

/// The Prometheus of a cluster, and what it may read there.
extension ReadCluster {
  private static let account = Part.prometheus.name

  func permissions() -> [Manifest] {
    let part = Part.prometheus
    return [
      site.manifest(.serviceAccount, Self.account, of: part),
      site.clusterRole("nodes", of: part, rules: Self.nodeRules),
      site.clusterRoleBinding(
        "nodes",
        role: site.qualified("nodes"),
        to: Self.account,
        of: part,
      ),
    ] + site.serviceDiscovery(in: scrapedNamespaces, to: Self.account)
  }

  /// The applications', and the fleet's own where it has exporters there.
  private var scrapedNamespaces: [String] {
    cluster.serviceMonitors.map(\.namespace) + (design.exporters.isSilent ? [] : [site.namespace])
  }

  /// To find the nodes, and to read what their kubelets measure.
  private static let nodeRules = [
    rule("", ["nodes"], ["get", "list", "watch"]),
    rule("", ["nodes/metrics"], ["get"]),
  ]

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
      "additionalScrapeConfigs": [
        "name": .string(Self.jobs.secret), "key": .string(Self.jobs.key),
      ],
    ]
  }
}
