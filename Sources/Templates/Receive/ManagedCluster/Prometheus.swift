import Fleet
import JSON
import Manifest

/// The Prometheus that gathers a cluster's metrics and writes them to the hub, and its web page
/// behind a proxy.
extension ManagedSite {
  static let account = "prometheus-k8s"

  func prometheus() -> [Manifest] {
    let part = Part.prometheus
    return [
      site.interactiveAccount(webGuard, route: part.name, of: part),
      site.authenticationDelegation(webGuard, of: part),
      site.sessionSecret(webGuard, of: part),
      scrapeJobs,
      site.guardedService(webGuard, of: part, selector: site.operatorLabels(Part.prometheus)),
      remoteWriteAlerts,
      prometheusResource,
      site.route(part.name, to: webGuard.name, of: part),
    ]
  }

  var webGuard: OAuthGuard {
    // Whoever may see the Service in the fleet's namespace may query behind it.
    let review = AccessReview(
      verb: "get",
      resource: "services",
      namespace: namespace,
      name: Self.account,
    )
    return OAuthGuard(
      name: Self.account,
      image: hub.design.oauthProxy.image,
      port: 9091,
      upstream: "http://127.0.0.1:9090",
      login: review,
      bearer: ["/": review],
    )
  }

  private var prometheusResource: Manifest {
    let url = Binding(
      FieldPath(keys: "spec", "remoteWrite") / .index(0) / "url",
      [
        .text("https://"),
        .value(.handOff(HandOff(from: hub.receiveRoute, .admittedHost))),
        .text("/api/v1/receive"),
      ],
    )
    let running = site.running(design.prometheus, account: Self.account)
    let spec = running.merging(writing).merging(selecting).merging(guarding)
    return site.manifest(
      .prometheus,
      Part.prometheus.name,
      of: .prometheus,
      ["spec": spec],
      bindings: [url],
    )
  }
}
