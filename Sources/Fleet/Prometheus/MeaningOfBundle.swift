extension OperatorBundle {
  /// nil for an operator that is there already.
  init?(_ owner: Section) throws(SchemaGap) {
    let source = owner.optionalSection("prometheusOperator")
    guard let bundle = source?.optionalSection("bundle") else { return nil }
    let place =
      bundle.optionalText("path").map(Place.file) ?? bundle.optionalText("url").map(Place.url)
    guard let place else { throw SchemaGap(key: "bundle") }
    self.init(place: place, sha256: bundle.optionalText("sha256"))
  }
}
