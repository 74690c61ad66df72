import JSON
import Objects
import YAML

/// Everything that Grafana reads: how people get in, whom it asks and what it shows.
struct GrafanaConfiguration {
  /// The part of `grafana.ini` that says where it listens and who may log in.
  let access: String
  let dashboards: [Dashboard]

  /// One for each folder in which Grafana looks.
  var files: [GrafanaFiles] {
    [
      GrafanaFiles(
        name: "grafana-config",
        path: Self.configurationFolder,
        data: ["grafana.ini": access + Self.quiet],
      ),
      GrafanaFiles(
        name: "grafana-datasources",
        path: "\(Self.provisioningFolder)/datasources",
        data: [
          "prometheus.yaml": YAML.text(
            GrafanaSource.provisioning(GrafanaSource.all(of: dashboards))
          )
        ],
      ),
      GrafanaFiles(
        name: "grafana-dashboards",
        path: "\(Self.provisioningFolder)/dashboards",
        data: ["dashboards.yaml": YAML.text(Self.dashboardProvider)],
      ),
      GrafanaFiles(
        name: "grafana-dashboard-clusters",
        path: Self.dashboardFolder,
        data: dashboardFiles,
      ),
    ]
  }

  /// The image's own folders are left alone, and its environment says where ours are.
  static let environment: [JSON] = [
    ["name": "GF_PATHS_CONFIG", "value": .string("\(configurationFolder)/grafana.ini")],
    ["name": "GF_PATHS_PROVISIONING", "value": .string(provisioningFolder)],
  ]

  /// What makes the pods start anew when it changes.
  var text: String {
    files.flatMap { $0.data.sorted { $0.key < $1.key } }.map(\.value).joined()
  }

  /// Beside the image's own folders, so that nothing of it is hidden.
  private static let configurationFolder = "/etc/fedctl/grafana"
  private static let provisioningFolder = "/etc/fedctl/provisioning"
  private static let dashboardFolder = "/etc/fedctl/dashboards"

  /// It fetches nothing from the internet.
  private static let quiet = """
    [analytics]
    reporting_enabled = false
    check_for_updates = false
    check_for_plugin_updates = false

    [plugins]
    preinstall_disabled = true

    """

  private static let dashboardProvider: JSON = [
    "apiVersion": 1,
    "providers": [
      [
        "name": "fedctl", "folder": "Clusters", "type": "file",
        "options": ["path": .string(dashboardFolder)],
      ]
    ],
  ]

  /// By the names of the files.
  private var dashboardFiles: [String: String] {
    let files = dashboards.map { ("\($0.name).json", $0.json.text(.pretty) + "\n") }
    return Dictionary(files) { first, _ in first }
  }
}

extension Site {
  /// A ConfigMap for each folder.
  func configMaps(of configuration: GrafanaConfiguration) -> [Manifest] {
    configuration.files.map {
      manifest(.configMap, $0.name, of: .grafana, ["data": .map($0.data)])
    }
  }
}
