extension LoadBalancer {
  /// What is not set is left to the cloud.
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      port: try section.count("port"),
      isInternal: try section.flag("internal"),
      sourceRanges: try section.texts("loadBalancerSourceRanges"),
      controller: section.optionalText("class"),
      tls: try section.optionalSection("tls").map { tls throws(SchemaGap) in
        ServingCertificate(
          secret: try tls.text("secret"),
          serverName: try tls.text("serverName"),
          issuer: try tls.issuer(),
        )
      },
      annotations: try section.map("annotations"),
    )
  }
}
