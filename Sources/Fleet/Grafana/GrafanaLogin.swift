/// The accounts of somebody else, as a company's, with which people log in to the fleet's Grafana.
package struct GrafanaLogin: Hashable, Sendable {
  /// What of Grafana's configuration it is: `auth.generic_oauth` and its siblings.
  package enum Provider: String, CaseIterable, Sendable {
    case generic = "generic_oauth"
    case azuread
    case google
    case github
  }

  package var provider: Provider
  /// Where Grafana finds the secret that it shows to the provider: a Secret of somebody's in the fleet's namespace.
  package var clientSecret: SecretKey
  /// Members of the provider's section, under Grafana's own names.
  package var settings: [String: String]
}

extension GrafanaLogin {
  init(_ section: Section) throws(SchemaGap) {
    let secret = try section.section("clientSecret")
    self.init(
      provider: Provider(rawValue: try section.text("provider")) ?? .generic,
      clientSecret: SecretKey(name: try secret.text("secret"), key: try secret.text("key")),
      settings: try section.map("settings"),
    )
  }
}
