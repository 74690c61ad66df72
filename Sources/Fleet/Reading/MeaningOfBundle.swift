extension OperatorBundle {
  /// nil for an operator that is there already.
  init?(_ owner: Section) throws(SchemaGap) {
    guard let source = owner.optionalSection("prometheusOperator") else { return nil }
    let bundle = try source.section("bundle")
    let place =
      bundle.optionalText("path").map(Place.file) ?? bundle.optionalText("url").map(Place.url)
    guard let place else { throw SchemaGap(key: "bundle") }
    self.init(place: place, sha256: bundle.optionalText("sha256"))
  }
}
