extension Surroundings {
  /// Of the hub or of a cluster, into which what is said further up has been merged.
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      images: try section.optionalSection("images")
        .map { images throws(SchemaGap) in try Images(images) } ?? Images(),
      proxy: try section.optionalSection("proxy").map { proxy throws(SchemaGap) in
        try WebProxy(proxy)
      },
      placement: try section.optionalSection("placement")
        .map { placement throws(SchemaGap) in try Placement(placement) } ?? Placement(),
      metadata: try section.optionalSection("metadata")
        .map { metadata throws(SchemaGap) in try CommonMetadata(metadata) } ?? CommonMetadata(),
    )
  }
}

extension WebProxy {
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      http: section.optionalText("http"),
      https: section.optionalText("https"),
      exceptions: try section.texts("noProxy"),
    )
  }
}

extension Placement {
  /// Of whatever has the keys: a workload, or the mapping that says it for all.
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      nodeSelector: try section.map("nodeSelector"),
      tolerations: try section.list("tolerations"),
      affinity: section.optionalMapping("affinity"),
      priorityClass: section.optionalText("priorityClass"),
    )
  }
}

extension CommonMetadata {
  init(_ section: Section) throws(SchemaGap) {
    let namespaces = try section.section("namespaces")
    self.init(
      labels: try section.map("labels"),
      annotations: try section.map("annotations"),
      namespaceLabels: try namespaces.map("labels"),
      namespaceAnnotations: try namespaces.map("annotations"),
    )
  }
}
