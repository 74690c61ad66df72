import Fleet
import JSON
import Objects

/// The Prometheus that gathers a cluster's metrics and writes them to the hub, and its web page
/// behind a proxy.
extension ManagedSite {
  /// The name that people know from OpenShift's own, in another namespace.
  static let account = "prometheus-k8s"

  /// With a web page where there is a login to guard it.
  func prometheus() -> [Manifest] {
    (webGuard.map(guardedPrometheus) ?? closedPrometheus())
      + cluster.destinations.manifests(at: site, for: .prometheus)
      + site.prometheusPolicies(opening: webGuard == nil ? [] : ["web-proxy"])
      + site.disruptionBudget(of: design.prometheus, .prometheus)
  }

  private func guardedPrometheus(_ proxy: OAuthGuard) -> [Manifest] {
    let part = Part.prometheus
    let applications = cluster.serviceMonitors.map(\.namespace)
    return site.serviceDiscovery(in: applications, to: Self.account) + [
      site.interactiveAccount(proxy, route: part.name, of: part),
      site.authenticationDelegation(proxy, of: part),
      site.sessionSecret(proxy, of: part),
      scrapeJobs,
      site.guardedService(proxy, of: part, selector: site.operatorLabels(part)),
      site.rules(
        [RemoteWriteAlerts.group(federates: federates, hasTargets: hasTargets)],
        of: .prometheus,
      ),
      prometheusResource,
      site.route(part.name, to: proxy.name, of: part),
    ]
  }

  /// Nobody asks it: what it gathers is asked for on the hub.
  private func closedPrometheus() -> [Manifest] {
    site.nodeReader(cluster) + [
      scrapeJobs,
      site.rules(
        [
          PlatformSeries.group(telling: cluster.usageSeries),
          RemoteWriteAlerts.group(federates: false, hasTargets: hasTargets),
        ],
        of: .prometheus,
      ),
      prometheusResource,
    ]
  }

  /// nil on a platform that has no login to lend.
  var webGuard: OAuthGuard? {
    guard cluster.platform == .openshift else { return nil }
    // Whoever may see the Service in the fleet's namespace may query behind it.
    let review = AccessReview.seeing(service: Self.account, in: namespace)
    return OAuthGuard(
      name: Self.account,
      proxy: hub.design.oauthProxy,
      port: 9091,
      upstream: "http://127.0.0.1:9090",
      login: review,
      bearer: ["/": review],
    )
  }

  private var prometheusResource: Manifest {
    let url = Binding(
      FieldPath(keys: "spec", "remoteWrite") / .index(0) / "url",
      hub.writeAddress,
    )
    let running = site.running(
      design.prometheus,
      as: .prometheus,
      account: webGuard?.name ?? Part.prometheus.name,
    )
    let spec = running.merging(writing).merging(selecting).merging(guarding)
      .merging(cluster.destinations.reference(at: site, beside: namedConfigMaps))
    return site.manifest(
      .prometheus,
      Part.prometheus.name,
      of: .prometheus,
      ["spec": spec],
      bindings: [url],
    )
  }
}
