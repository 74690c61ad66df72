import Fleet
import JSON
import Manifest

/// The fields of the Prometheus resource by purpose; `Prometheus.swift` puts them together.
extension ManagedSite {
  /// To where, and under which labels.
  ///
  /// The replica's label differs from the platform's own, or the samples of two replicas would
  /// reach the hub as one series, out of order.
  var writing: JSON {
    let labels = cluster.externalLabels.map { ($0.name, JSON.string($0.value)) }
    let token: JSON = [
      "name": .string(Self.bearerToken.secret), "key": .string(Self.bearerToken.key),
    ]
    let authority: JSON = [
      "name": .string(Self.hubAuthority.configMap), "key": .string(Self.hubAuthority.key),
    ]
    return [
      "externalLabels": .object(JSONObject(labels)),
      "replicaExternalLabelName": "collector_replica",
      "remoteWrite": [
        [
          "name": "hub",
          "authorization": ["type": "Bearer", "credentials": token],
          "tlsConfig": ["ca": ["configMap": authority]],
        ]
      ],
    ]
  }

  /// What is scraped, and how often.
  var selecting: JSON {
    .fields([
      "scrapeInterval": .string(design.prometheus.scrapeInterval),
      "serviceMonitorSelector": ownSelector,
      "ruleSelector": ownSelector,
      "additionalScrapeConfigs": [
        "name": .string(Self.scrapeJobs.secret), "key": .string(Self.scrapeJobs.key),
      ],
      "configMaps": federates ? [.string(Site.serviceAuthority.configMap)] : nil,
    ])
  }

  private var ownSelector: JSON {
    ["matchLabels": [WellKnown.fleetLabel: .string(site.fleet)]]
  }

  /// Prometheus has no guard of its own, so it listens on loopback and the proxy in its pod does
  /// for the rest of the world.
  var guarding: JSON {
    [
      "listenLocal": true,
      "containers": [webGuard.container.json],
      "volumes": .array(webGuard.podVolumes),
    ]
  }
}
