extension ClientAccess {
  /// Of a mapping that has the keys of `Key.access`.
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      tls: try section.optionalSection("tls").map { tls throws(SchemaGap) in try ClientTLS(tls) },
      credential: try ClientCredential(section),
    )
  }
}

extension ClientTLS {
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      authority: try section.optionalSection("ca").map { authority throws(SchemaGap) in
        try ClientAuthority(authority)
      },
      certificate: section.optionalText("certificate"),
      serverName: section.optionalText("serverName"),
      skipsVerification: try section.flag("insecureSkipVerify"),
    )
  }
}

extension ClientAuthority {
  init(_ section: Section) throws(SchemaGap) {
    let key = try section.text("key")
    if let secret = section.optionalText("secret") {
      self = .secret(SecretKey(name: secret, key: key))
    } else {
      self = .configMap(SecretKey(name: try section.text("configMap"), key: key))
    }
  }
}

extension ClientCredential {
  /// nil where none is named.
  init?(_ section: Section) throws(SchemaGap) {
    if let token = section.optionalSection("authorization") {
      self = .authorization(
        type: try token.text("type"),
        SecretKey(name: try token.text("secret"), key: try token.text("key")),
      )
    } else if let login = section.optionalSection("basicAuth") {
      let secret = try login.text("secret")
      self = .basic(
        user: SecretKey(name: secret, key: try login.text("usernameKey")),
        password: SecretKey(name: secret, key: try login.text("passwordKey")),
      )
    } else {
      return nil
    }
  }
}
