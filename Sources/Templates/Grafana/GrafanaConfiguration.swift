import Fleet
import JSON
import Objects
import YAML

/// Everything that Grafana reads: how people get in, whom it asks and what it shows.
struct GrafanaConfiguration {
  /// The part of `grafana.ini` that says where it listens and who may log in.
  let access: String
  let dashboards: [Dashboard]
  /// The user's.
  let ownDashboards: [OwnDashboard]

  /// Each becomes a ConfigMap.
  var files: [GrafanaFiles] { folders + ownFiles }

  /// One for each folder that is a ConfigMap's alone.
  private var folders: [GrafanaFiles] {
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
        data: ["dashboards.yaml": YAML.text(dashboardProviders)],
      ),
      GrafanaFiles(
        name: "grafana-dashboard-clusters",
        path: Self.dashboardFolder,
        data: dashboardFiles,
      ),
    ]
  }

  /// A ConfigMap each, for one could not hold them all; they are in one folder.
  private var ownFiles: [GrafanaFiles] {
    ownDashboards.map {
      GrafanaFiles(
        name: "grafana-own-\($0.name)",
        path: Self.ownFolder,
        data: ["\($0.name).json": $0.text],
      )
    }
  }

  var mounts: [Mount] {
    let own = ownDashboards.isEmpty ? [] : [Mount(volume: Self.ownVolume, path: Self.ownFolder)]
    return folders.map { Mount(volume: $0.name, path: $0.path) } + own
  }

  var volumes: [JSON] {
    let sources = ownFiles.map { file -> JSON in ["configMap": ["name": .string(file.name)]] }
    let own: JSON = [
      "name": .string(Self.ownVolume), "projected": ["sources": .array(sources)],
    ]
    return folders.map { configVolume($0.name, configMap: $0.name) }
      + (sources.isEmpty ? [] : [own])
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
  private static let ownFolder = "/etc/fedctl/own-dashboards"
  private static let ownVolume = "grafana-own-dashboards"

  /// It fetches nothing from the internet.
  private static let quiet = """
    [analytics]
    reporting_enabled = false
    check_for_updates = false
    check_for_plugin_updates = false

    [plugins]
    preinstall_disabled = true

    """

  private var dashboardProviders: JSON {
    let fleet = Self.provider("fedctl", of: Self.dashboardFolder, showing: GrafanaDesign.folder)
    // Without a folder they stand where people look first.
    let own = Self.provider("own", of: Self.ownFolder, showing: "")
    return ["apiVersion": 1, "providers": .array(ownDashboards.isEmpty ? [fleet] : [fleet, own])]
  }

  /// - `folder`: as Grafana shows it; empty for the topmost.
  private static func provider(_ name: String, of path: String, showing folder: String) -> JSON {
    [
      "name": .string(name), "folder": .string(folder), "type": "file",
      "options": ["path": .string(path)],
    ]
  }

  /// By the names of the files.
  private var dashboardFiles: [String: String] {
    let files = dashboards.map { ("\($0.name).json", $0.json.text(.pretty) + "\n") }
    return Dictionary(files) { first, _ in first }
  }
}

extension Site {
  /// A ConfigMap for each.
  func configMaps(of configuration: GrafanaConfiguration) -> [Manifest] {
    configuration.files.map {
      manifest(.configMap, $0.name, of: .grafana, ["data": .map($0.data)])
    }
  }
}
