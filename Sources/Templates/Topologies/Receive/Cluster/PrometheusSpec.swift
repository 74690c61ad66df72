import Fleet
import JSON
import Objects

/// The fields of the Prometheus resource by purpose; `Prometheus.swift` puts them together.
extension ManagedSite {
  /// To where, and under which labels.
  ///
  /// The replica's label differs from the platform's own, or the samples of two replicas would
  /// reach the hub as one series, out of order.
  var writing: JSON {
    [
      "externalLabels": cluster.externalLabels.json,
      "replicaExternalLabelName": "collector_replica",
      "remoteWrite": .array([remoteWrite] + site.targets(of: cluster)),
    ]
  }

  /// To the hub, whose address is filled in when it is known.
  var remoteWrite: JSON {
    let token: JSON = [
      "name": .string(Self.bearerToken.secret), "key": .string(Self.bearerToken.key),
    ]
    return .fields([
      "name": .string(RemoteWriting.hub),
      "authorization": ["type": "Bearer", "credentials": token],
      "tlsConfig": hubRecognition,
      "proxyUrl": site.proxyURL(to: hub.knownHost),
      "writeRelabelConfigs": .array(chosenSeries + sentLast { $0 }),
    ]).merging(RemoteWriting.pace(design.queue))
  }

  /// What is scraped, and how often.
  var selecting: JSON {
    .fields([
      "scrapeInterval": .string(design.prometheus.scrapeInterval),
      "serviceMonitorSelector": site.everyMember,
      "podMonitorSelector": cluster.hasPodMonitors ? site.everyMember : nil,
      "ruleSelector": site.everyMember,
      "additionalScrapeConfigs": AdditionalJobs.reference,
      "configMaps": namedConfigMaps.isEmpty ? nil : .list(namedConfigMaps),
      "volumeMounts": .array(cluster.accessMounts),
    ])
  }

  /// What is mounted into its pods, for what it reads from the platform's Prometheus.
  var namedConfigMaps: [String] { federates ? [Site.serviceAuthority.configMap] : [] }

  /// On loopback alone: where there is a proxy it asks from within the pod, and else nobody does.
  var guarding: JSON {
    .fields([
      "listenLocal": true,
      "containers": webGuard.map { [$0.container.json] },
      "volumes": .array((webGuard?.podVolumes ?? []) + cluster.accessVolumes),
    ])
  }
}
