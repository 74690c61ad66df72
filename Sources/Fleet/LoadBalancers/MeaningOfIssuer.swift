extension Section {
  /// The issuer that a certificate's section names; nil where its Secret is there already.
  func issuer() throws(SchemaGap) -> Issuer? {
    guard let name = optionalText("issuer") else { return nil }
    return Issuer(name: name, kind: try text("kind"))
  }
}
