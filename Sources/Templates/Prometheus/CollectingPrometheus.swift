import Fleet
import JSON
import Objects

/// A Prometheus that scrapes its cluster, and whose series others read under the cluster's labels.
extension Site {
  func collecting(_ choice: PrometheusServer, for cluster: ManagedCluster) -> JSON {
    let selector: JSON = ["matchLabels": [WellKnown.fleetLabel: .string(fleet)]]
    return running(choice, account: Part.prometheus.name).merging([
      "externalLabels": .object(
        JSONObject(cluster.externalLabels.map { ($0.name, .string($0.value)) })
      ),
      // The operator's own label would only name this one object on every cluster.
      "prometheusExternalLabelName": "",
      "scrapeInterval": .string(choice.scrapeInterval),
      "serviceMonitorSelector": selector,
      "ruleSelector": selector,
      "additionalScrapeConfigs": [
        "name": .string(AdditionalJobs.secret.name), "key": .string(AdditionalJobs.secret.key),
      ],
    ])
  }
}
