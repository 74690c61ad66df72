extension SidecarCluster {
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      prometheus: try PrometheusServer(section.section("prometheus")),
      sidecar: try ThanosSidecar(section.section("sidecar")),
      role: section.optionalText("iamRole"),
      wayIn: try SidecarWayIn(section),
      exporters: try Exporters(section),
      operatorBundle: try OperatorBundle(section),
    )
  }
}

extension ThanosSidecar {
  init(_ section: Section) throws(SchemaGap) {
    let version = try section.text("version")
    self.init(
      image: try section.text("image", or: "\(Standard.thanosRepository):\(version)"),
      version: version,
      resources: try Resources(section.section("resources")),
      extraArguments: try section.texts("extraArgs"),
    )
  }
}

extension SidecarWayIn {
  init(_ cluster: Section) throws(SchemaGap) {
    self =
      if let ingress = cluster.optionalSection("ingress") {
        .ingress(try GRPCIngress(ingress))
      } else {
        .loadBalancer(try LoadBalancer(cluster.section("loadBalancer")))
      }
  }
}

extension GRPCIngress {
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      host: try section.text("host"),
      controller: try Controller(section),
      inboundRanges: try section.texts("loadBalancerSourceRanges"),
      annotations: try section.map("annotations"),
    )
  }
}

extension GRPCIngress.Controller {
  init(_ ingress: Section) throws(SchemaGap) {
    self =
      if try ingress.text("class") == "nginx" {
        .nginx(try IngressCertificate(ingress.section("tls")))
      } else {
        .alb(
          certificate: ingress.optionalText("certificateARN"),
          isInternal: try ingress.flag("internal"),
        )
      }
  }
}

extension IngressCertificate {
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      secret: try section.text("secret"),
      isPublic: try section.flag("public"),
      issuer: try section.issuer(),
    )
  }
}
