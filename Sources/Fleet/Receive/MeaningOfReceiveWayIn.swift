extension ReceiveWayIn {
  init(_ hub: Section, _ platform: Platform) throws(SchemaGap) {
    if platform == .openshift {
      self = .route
    } else {
      self = .open(try OpenWayIn(hub), try GuardProxy(hub.section("kubeRBACProxy")))
    }
  }
}

extension OpenWayIn {
  init(_ hub: Section) throws(SchemaGap) {
    if let ingress = hub.optionalSection("ingress") {
      self = .ingress(try Ingress(ingress))
    } else {
      let loadBalancer = try LoadBalancer(hub.section("loadBalancer"))
      guard let certificate = loadBalancer.tls else { throw SchemaGap(key: "tls") }
      self = .loadBalancer(loadBalancer, certificate)
    }
  }
}

extension Ingress {
  init(_ section: Section) throws(SchemaGap) {
    let tls = try section.section("tls")
    self.init(
      host: try section.text("host"),
      controller: section.optionalText("class"),
      secret: try tls.text("secret"),
      issuer: try tls.issuer(),
      authority: CertificateAuthority(rawValue: try tls.text("authority")) ?? .secret,
      annotations: try section.map("annotations"),
    )
  }
}
