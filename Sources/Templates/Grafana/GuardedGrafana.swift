import Fleet
import Objects

/// Grafana behind OpenShift's proxy.
struct GuardedGrafana {
  let grafana: Grafana
  let proxy: GuardProxy
  private var site: Site { grafana.site }

  /// Its Route, and what stands behind it.
  func manifests() -> [Manifest] {
    let part = Part.grafana
    let configuration = grafana.configuration(access: Self.access)
    let workload = workload(configuration)
    return [
      site.interactiveAccount(webGuard, route: part.name, of: part),
      site.sessionSecret(webGuard, of: part),
    ] + site.configMaps(of: configuration) + [
      site.guardedService(webGuard, of: part, selector: site.selector(part)),
      site.networkPolicy(part, opening: [("web-proxy", to: .anyone)]),
      grafana.object(of: workload),
    ] + workload.disruptionBudget() + [site.route(part.name, to: part.name, of: part)]
  }

  private var webGuard: OAuthGuard {
    OAuthGuard(
      name: Part.grafana.name,
      proxy: proxy,
      port: 3000,
      upstream: "http://127.0.0.1:3001",
      login: .seeing(service: Part.grafana.name, in: site.namespace),
      bearer: [:],
      openPath: Grafana.healthPath,
    )
  }

  private func workload(_ configuration: GrafanaConfiguration) -> Workload {
    // Grafana listens on loopback alone, so the kubelet asks through the proxy.
    let readiness = probe(
      Grafana.healthPath,
      port: "web-proxy",
      scheme: "HTTPS",
      everySeconds: 5,
      failures: 20,
    )
    let container = grafana.container(configuration, readiness: readiness)
    return grafana.workload(
      configuration,
      [container, webGuard.container],
      volumes: webGuard.podVolumes,
    )
  }

  /// People log in at the proxy, which names them in a header: so Grafana has no password, and
  /// believes that header from loopback alone.
  ///
  /// Whoever comes past the proxy may query, so they may explore too, which Grafana gives to editors
  /// alone; the fleet's own dashboards are files that nobody edits there.
  private static let access = """
    [server]
    http_addr = 127.0.0.1
    http_port = 3001

    [auth]
    disable_login_form = true
    disable_signout_menu = true

    [auth.basic]
    enabled = false

    [auth.proxy]
    enabled = true
    header_name = X-Forwarded-User
    auto_sign_up = true
    whitelist = 127.0.0.1

    [users]
    auto_assign_org_role = Editor

    [security]
    disable_initial_admin_creation = true


    """
}
