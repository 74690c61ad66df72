import Fleet
import JSON
import Objects

/// The hub's Prometheus, which reads from the clusters' and asks the API server for nothing.
extension FederateSite {
  /// Grafana alone may ask it.
  func prometheus() -> [Manifest] {
    let part = Part.hubPrometheus
    return [
      site.silentAccount(part.name, of: part),
      service,
      site.networkPolicy(
        part,
        selecting: site.operatorLabels(part),
        opening: [("web", to: fleet.hub.grafanaVisitors()), ("web", to: .apiServer)],
      ),
      prometheusResource,
    ]
  }

  /// What the hub notices by itself.
  var alerts: Manifest {
    let labels = clusters.compactMap { read in
      read.cluster.externalLabels.first { $0.name == "cluster" }?.value
    }
    return site.rules(
      [FederationAlerts.group(job: Self.job, clusters: labels)],
      of: .hubPrometheus,
    )
  }

  /// Who is told, and the fleet's own Alertmanager where there is one.
  func alerting() -> [Manifest] {
    let part = Part.hubPrometheus
    let own = fleet.hub.alertmanager.map { design in
      HubAlertmanager(
        site: site,
        design: design,
        informants: .chosen(site.operatorLabels(part), and: []),
      ).manifests()
    }
    return destinations.manifests(at: site, for: part) + (own ?? [])
  }

  private var destinations: AlertDestinations { fleet.hub.destinations(in: fleet.namespace) }

  /// Where Grafana asks.
  var address: String { "http://\(Part.hubPrometheus.name).\(fleet.namespace).svc:9090" }

  private var service: Manifest {
    let part = Part.hubPrometheus
    return site.service(
      part.name,
      of: part,
      selecting: site.operatorLabels(part),
      ports: [servicePort("web", 9090, target: "web")],
    )
  }

  private var prometheusResource: Manifest {
    let reading: JSON = [
      "scrapeInterval": .string(design.prometheus.scrapeInterval),
      "scrapeConfigSelector": site.everyMember,
      "ruleSelector": site.everyMember,
    ]
    let part = Part.hubPrometheus
    let running = site.running(design.prometheus, as: part, account: part.name)
    return site.manifest(
      .prometheus,
      part.name,
      of: part,
      ["spec": running.merging(reading).merging(destinations.reference(at: site))],
    )
  }
}
