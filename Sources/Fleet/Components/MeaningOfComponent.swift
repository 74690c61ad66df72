extension Component {
  /// `image` is used where the file names none.
  init(_ section: Section, image: String? = nil) throws(SchemaGap) {
    self.init(
      image: try section.text("image", or: image),
      replicas: try section.count("replicas"),
      resources: try Resources(section.section("resources")),
      storage: try section.optionalSection("storage").map { storage throws(SchemaGap) in
        try Storage(storage)
      },
      nodeSelector: try section.map("nodeSelector"),
      tolerations: try section.list("tolerations"),
      affinity: section.optionalMapping("affinity"),
      priorityClass: section.optionalText("priorityClass"),
      spread: section.optionalText("spread").flatMap(PodSpread.init),
      extraArguments: try section.texts("extraArgs"),
    )
  }
}

extension Resources {
  /// Quantities as they are written; what is not set is not asked for.
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      requests: try section.quantities("requests"),
      limits: try section.quantities("limits"),
    )
  }
}

extension Storage {
  /// The claim of each pod; the class is the cluster's standard one where none is named.
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      size: try section.quantity("size"),
      storageClass: section.optionalText("storageClassName"),
    )
  }
}
