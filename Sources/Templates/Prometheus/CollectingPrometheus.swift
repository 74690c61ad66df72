import Fleet
import JSON
import Objects

/// A Prometheus that scrapes its cluster, and whose series others read under the cluster's labels.
extension Site {
  /// The `spec` of a Prometheus resource; the topology adds how others read from it.
  func collecting(_ choice: PrometheusServer, for cluster: ManagedCluster) -> JSON {
    let gathering = JSON.fields([
      "externalLabels": cluster.externalLabels.json,
      // The operator's own label would only name this one object on every cluster.
      "prometheusExternalLabelName": "",
      "scrapeInterval": .string(choice.scrapeInterval),
      "serviceMonitorSelector": everyMember,
      "podMonitorSelector": cluster.hasPodMonitors ? everyMember : nil,
      "ruleSelector": everyMember,
      "additionalScrapeConfigs": AdditionalJobs.reference,
      "volumes": .array(cluster.accessVolumes),
      "volumeMounts": .array(cluster.accessMounts),
    ])
    return running(choice, as: .prometheus, account: Part.prometheus.name).merging(gathering)
      .merging(cluster.destinations.reference(at: self)).merging(furtherWriting(of: cluster))
  }
}

extension [ExternalLabel] {
  /// As a Prometheus resource has them, in the order of the fleet file.
  var json: JSON { .object(JSONObject(map { ($0.name, .string($0.value)) })) }
}
