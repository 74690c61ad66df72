import JSON
import Objects
import Templates
import Testing
import YAML

@testable import Fleet

/// Grafana of the fleet's own and of others.
@Suite struct GrafanaTests {
  private let existing = ExistingGrafana(
    namespace: "dashboards",
    source: .configMap(labels: ["grafana_datasource": "1"]),
  )

  private func sources(_ manifest: Manifest, file: String) throws -> [JSON] {
    let text = try #require(manifest.body["data"]?[FieldPath(keys: file)]?.stringValue)
    return try YAML.document(Array(text.utf8), file: "")?.json["datasources"]?.arrayValue ?? []
  }

  @Test func `each source is told once, and the first is the default`() throws {
    let manifests = try render(Example.platform.fleet).manifests
    let config = try #require(manifests.first { $0.reference.name == "grafana-datasources" })
    let sources = try sources(config, file: "prometheus.yaml")
    #expect(sources.map { $0["uid"] } == ["thanos"] && sources.first?["isDefault"] == true)
  }

  @Test
  func `a Grafana that is there gets a source that is not the default, and no Grafana is made`()
    throws
  {
    var fleet = Example.platform.fleet
    fleet.hub.grafanaDesign.existing = existing
    let manifests = try render(fleet).manifests(on: fleet.hub.name)
    let parts = manifests.filter {
      $0.body["metadata"]?["labels"]?["app.kubernetes.io/name"] == "grafana"
    }
    let source = try #require(parts.first)
    #expect(parts.count == 1 && source.reference.namespace == "dashboards")
    #expect(source.body["metadata"]?["labels"]?["grafana_datasource"] == "1")
    let told = try sources(source, file: "fedctl.yaml")
    #expect(told.map { $0["isDefault"] } == [false])
    #expect(told.first?["url"] == "http://thanos-querier.thanos.svc:9090")
  }

  @Test(arguments: ["thanos-querier", "thanos-query-frontend"])
  func `its pods are let through to what it asks, and to nothing before which that stands`(
    _ asked: String
  ) throws {
    var fleet = Example.platform.fleet
    fleet.hub.grafanaDesign.existing = existing
    let querier = fleet.receiving.thanos.querier
    if asked == "thanos-query-frontend" {
      fleet.receiving.thanos.queryFrontend = QueryFrontend(component: querier, cacheSize: "1Gi")
    }
    let open = try render(fleet).manifests.filter {
      $0.reference.kind == .networkPolicy && $0.body.text().contains("\"dashboards\"")
    }
    #expect(open.map(\.reference.name) == [asked])
  }

  @Test func `its operator gets a resource for each source`() throws {
    var fleet = Example.federate.fleet
    fleet.hub.grafanaDesign.existing = ExistingGrafana(
      namespace: "grafana",
      source: .resource(instances: ["dashboards": "grafana"]),
    )
    let resources = try render(fleet).manifests.filter { $0.reference.kind == .grafanaDatasource }
    let spec = resources.first?.body["spec"]
    #expect(resources.count == 1 && spec?["datasource"]?["uid"] == "prometheus")
    #expect(spec?["instanceSelector"] == ["matchLabels": ["dashboards": "grafana"]])
  }

  @Test func `a login's secret is read from a Secret, and whoever comes by it sees`() throws {
    var fleet = Example.kubernetes.fleet
    fleet.hub.grafanaDesign.ingress = .grafana
    let before = try render(fleet).manifests
    fleet.hub.grafanaDesign.login = GrafanaLogin(
      provider: .generic,
      clientSecret: SecretKey(name: "ours", key: "client-secret"),
      settings: ["client_id": "a", "role_attribute_path": "contains(groups[*], 'a;b') && 'Admin'"],
    )
    let manifests = try render(fleet).manifests
    let config = try #require(manifests.first { $0.reference.name == "grafana-config" })
    let text = config.body["data"]?[FieldPath(keys: "grafana.ini")]?.stringValue ?? ""
    #expect(
      text.contains(
        """
        [users]
        allow_sign_up = false
        auto_assign_org_role = Viewer

        [auth.anonymous]
        enabled = false

        [auth.generic_oauth]
        enabled = true
        client_id = a
        role_attribute_path = \"\"\"contains(groups[*], 'a;b') && 'Admin'\"\"\"

        [analytics]
        """
      ),
      "\(text)",
    )
    let pod = manifests.first { $0.podSpec != nil && $0.reference.name == "grafana" }
    let environment = pod?.podSpec?["containers"]?[0]?["env"]?.arrayValue ?? []
    let secret = environment.first { $0["name"] == "GF_AUTH_GENERIC_OAUTH_CLIENT_SECRET" }
    #expect(secret?["valueFrom"]?["secretKeyRef"] == ["name": "ours", "key": "client-secret"])
    #expect(manifests.map(\.reference) == before.map(\.reference))
  }

  /// Grafana passes over a dashboard of a folder's name, and shows the last of two of one name.
  @Test(arguments: Example.variants)
  func `no dashboard has the title of its folder, or of another`(example: Example) throws {
    let files = try render(example.fleet).manifests.filter {
      $0.reference.name == "grafana-dashboard-clusters"
    }.flatMap { $0.body["data"]?.objectValue?.map(\.value) ?? [] }
    let titles = try files.map { file in
      try #require(JSON(parsing: (file.stringValue ?? "").utf8)["title"]?.stringValue?.lowercased())
    }
    #expect(titles.isEmpty == (example.fleet.hub.grafanaDesign.existing != nil))
    #expect(Set(titles + [GrafanaDesign.folder.lowercased()]).count == titles.count + 1)
  }

  @Test func `each of the user's dashboards is a ConfigMap, and all are in one folder`() throws {
    var fleet = Example.platform.fleet
    fleet.hub.grafanaDesign.dashboards = [
      .shop, OwnDashboard(file: "b.json", uid: nil, title: "B", text: "{}"),
    ]
    let manifests = try render(fleet).manifests
    let config = try #require(manifests.first { $0.reference.name == "grafana-own-shop" })
    #expect(config.body["data"] == ["shop.json": .string(OwnDashboard.shop.text)])
    let workload = try #require(
      manifests.first { $0.reference.name == "grafana" && $0.podSpec != nil }
    )
    let volume = workload.podSpec?["volumes"]?.arrayValue?.first { $0["projected"] != nil }
    #expect(
      volume?["projected"]?["sources"] == [
        ["configMap": ["name": "grafana-own-shop"]], ["configMap": ["name": "grafana-own-b"]],
      ]
    )
    let mounts = workload.podSpec?["containers"]?[0]?["volumeMounts"]?.arrayValue ?? []
    let folder = mounts.first { $0["name"] == volume?["name"] }?["mountPath"]
    let providers = try #require(manifests.first { $0.reference.name == "grafana-dashboards" })
    let text = try #require(providers.body["data"]?["dashboards.yaml"]?.stringValue)
    let file = try YAML.document(Array(text.utf8), file: "")?.json
    #expect(file?["providers"]?[1]?["options"]?["path"] == folder && folder != nil)
  }
}
