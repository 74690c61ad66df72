import JSON

/// A ConfigMap of Grafana's and the folder where it is mounted.
struct GrafanaFiles {
  let name: String
  let path: String
  let data: [String: String]
}

extension HubSite {
  var grafanaConfiguration: [GrafanaFiles] {
    [
      GrafanaFiles(
        name: "grafana-config",
        path: Self.configurationFolder,
        data: ["grafana.ini": Self.grafanaSettings],
      ),
      GrafanaFiles(
        name: "grafana-datasources",
        path: "\(Self.provisioningFolder)/datasources",
        data: ["prometheus.yaml": datasources],
      ),
      GrafanaFiles(
        name: "grafana-dashboards",
        path: "\(Self.provisioningFolder)/dashboards",
        data: ["dashboards.yaml": Self.dashboardProvider],
      ),
      GrafanaFiles(
        name: "grafana-dashboard-clusters",
        path: Self.dashboardFolder,
        data: ["clusters.json": clustersDashboard.text(.pretty) + "\n"],
      ),
    ]
  }

  /// The image's own folders are left alone, and its environment says where ours are.
  var grafanaEnvironment: [JSON] {
    [
      ["name": "GF_PATHS_CONFIG", "value": "\(Self.configurationFolder)/grafana.ini"],
      ["name": "GF_PATHS_PROVISIONING", "value": .string(Self.provisioningFolder)],
    ]
  }

  private static let configurationFolder = "/etc/fedctl/grafana"
  private static let provisioningFolder = "/etc/fedctl/provisioning"

  /// People log in at the proxy, which names them in a header: so Grafana has no password, and
  /// believes that header from loopback alone.
  ///
  /// It fetches nothing from the internet.
  private static let grafanaSettings = """
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

    [analytics]
    reporting_enabled = false
    check_for_updates = false
    check_for_plugin_updates = false

    [plugins]
    preinstall_disabled = true

    """

  private var datasources: String {
    """
    apiVersion: 1
    datasources:
    - name: Thanos
      uid: \(Self.datasource)
      type: prometheus
      access: proxy
      url: http://\(Part.querier.name).\(namespace).svc:9090
      isDefault: true
      jsonData:
        prometheusType: Thanos

    """
  }

  static let datasource = "thanos"

  private static let dashboardFolder = "/etc/fedctl/dashboards"

  private static let dashboardProvider = """
    apiVersion: 1
    providers:
    - name: fedctl
      folder: Clusters
      type: file
      options:
        path: \(dashboardFolder)

    """
}
