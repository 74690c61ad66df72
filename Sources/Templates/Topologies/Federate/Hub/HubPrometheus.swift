import Fleet
import JSON
import Objects

/// The hub's Prometheus, which reads from the clusters' and asks the API server for nothing.
extension FederateSite {
  func prometheus() -> [Manifest] {
    let part = Part.hubPrometheus
    return [
      site.silentAccount(part.name, of: part),
      service,
      site.networkPolicy(
        part,
        selecting: site.operatorLabels(part),
        opening: [("web", to: .pods(of: [.grafana]))],
      ),
      prometheusResource,
    ]
  }

  /// Where Grafana asks.
  var address: String { "http://\(Part.hubPrometheus.name).\(fleet.namespace).svc:9090" }

  private var service: Manifest {
    let spec: JSON = [
      "selector": .map(site.operatorLabels(.hubPrometheus)),
      "ports": [servicePort("web", 9090, target: "web")],
    ]
    return site.manifest(
      .service,
      Part.hubPrometheus.name,
      of: .hubPrometheus,
      ["spec": spec],
    )
  }

  private var prometheusResource: Manifest {
    let selector: JSON = ["matchLabels": [WellKnown.fleetLabel: .string(site.fleet)]]
    let reading: JSON = [
      "scrapeInterval": .string(design.prometheus.scrapeInterval),
      "scrapeConfigSelector": selector,
      "ruleSelector": selector,
    ]
    let running = site.running(
      design.prometheus,
      account: Part.hubPrometheus.name,
    )
    return site.manifest(
      .prometheus,
      Part.hubPrometheus.name,
      of: .hubPrometheus,
      ["spec": running.merging(reading)],
    )
  }
}
