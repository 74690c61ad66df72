/// Whom Grafana asks on a hub with Thanos, and who may log in.
extension HubSite {
  var grafanaConfiguration: GrafanaConfiguration {
    GrafanaConfiguration(
      access: Self.grafanaAccess,
      source: GrafanaSource(
        name: "Thanos",
        uid: "thanos",
        url: "http://\(Part.querier.name).\(namespace).svc:9090",
        kind: "Thanos",
      ),
      charts: Self.charts,
    )
  }

  /// People log in at the proxy, which names them in a header: so Grafana has no password, and
  /// believes that header from loopback alone.
  private static let grafanaAccess = """
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
    auto_assign_org_role = Viewer

    [security]
    disable_initial_admin_creation = true


    """
}
