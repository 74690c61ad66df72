extension GrafanaDesign {
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      existing: try section.optionalSection("existing").map { part throws(SchemaGap) in
        try ExistingGrafana(part)
      },
      ingress: try section.optionalSection("ingress").map { part throws(SchemaGap) in
        try WebIngress(part)
      },
      login: try section.optionalSection("login").map { part throws(SchemaGap) in
        try GrafanaLogin(part)
      },
      dashboardPaths: try section.texts("dashboards"),
    )
  }
}

extension ExistingGrafana {
  fileprivate init(_ section: Section) throws(SchemaGap) {
    self.init(namespace: try section.text("namespace"), source: try Source(section))
  }
}

extension ExistingGrafana.Source {
  /// Without labels, those that Helm's charts and the operator's documentation have.
  fileprivate init(_ section: Section) throws(SchemaGap) {
    let labels = try section.map("labels")
    let sidecar = labels.isEmpty ? ["grafana_datasource": "1"] : labels
    self =
      switch try section.text("kind") {
      case "GrafanaDatasource":
        .resource(instances: labels.isEmpty ? ["dashboards": "grafana"] : labels)
      case "Secret": .secret(labels: sidecar)
      default: .configMap(labels: sidecar)
      }
  }
}

extension WebIngress {
  fileprivate init(_ section: Section) throws(SchemaGap) {
    let tls = try section.section("tls")
    self.init(
      host: try section.text("host"),
      controller: section.optionalText("class"),
      secret: try tls.text("secret"),
      issuer: try tls.issuer(),
      annotations: try section.map("annotations"),
    )
  }
}
