import Fleet
import JSON
import Objects
import Text
import YAML

/// Data sources for a Grafana that is there already.
struct ExistingGrafanaSources {
  let site: Site
  let grafana: ExistingGrafana
  let sources: [GrafanaSource]

  private static let file = "fedctl.yaml"

  func manifests() -> [Manifest] {
    switch grafana.source {
    case .configMap(let labels):
      [manifest(.configMap, labels, ["data": .map([Self.file: text])])]
    case .secret(let labels): [secret(labels)]
    case .resource(let instances): sources.map { resource($0, instances) }
    }
  }

  /// Nothing in it is secret: the sidecar may be told to look for Secrets alone.
  private func secret(_ labels: [String: String]) -> Manifest {
    let data: JSON = ["type": "Opaque", "data": .map([Self.file: text.base64])]
    var manifest = manifest(.secret, labels, data)
    manifest.openText = OpenText(Self.file, showing: Self.openFields)
    return manifest
  }

  private static let openFields: Set<String> = [
    "apiVersion", "datasources.name", "datasources.uid", "datasources.type", "datasources.access",
    "datasources.url", "datasources.isDefault", "datasources.jsonData.prometheusType",
  ]

  private func manifest(_ kind: ResourceKind, _ labels: [String: String], _ fields: JSON)
    -> Manifest
  {
    site.manifest(
      kind,
      site.qualified("grafana-datasources"),
      of: .grafana,
      in: grafana.namespace,
      fields.merging(["metadata": ["labels": .map(labels)]]),
    )
  }

  private var text: String { YAML.text(GrafanaSource.provisioning(sources, hasDefault: false)) }

  private func resource(_ source: GrafanaSource, _ instances: [String: String]) -> Manifest {
    let spec: JSON = [
      "instanceSelector": ["matchLabels": .map(instances)],
      "datasource": source.entry(isDefault: false),
    ]
    return site.manifest(
      .grafanaDatasource,
      site.qualified(source.uid),
      of: .grafana,
      in: grafana.namespace,
      ["spec": spec],
    )
  }
}
