import Facts
import JSON
import Text
import YAML

extension Record {
  static let grafanaLogin = Record(
    noun: "Grafana's login",
    keys: [
      Key(
        "provider",
        .choice(GrafanaLogin.Provider.allCases.map(\.rawValue)),
        .standard(.string(GrafanaLogin.Provider.generic.rawValue)),
        "Whose accounts; its section in Grafana's configuration is `auth.PROVIDER`.",
      ),
      Key(
        "clientSecret",
        .record(clientSecret),
        .required,
        "The secret that Grafana shows to it, from a Secret of yours in the fleet's namespace.",
        example: ["secret": "grafana-login"],
      ),
      Key(
        "settings",
        .map(keys: .grafanaSetting, values: .grafanaValue),
        .required,
        "The section's other members, as Grafana calls them; roles come by `role_attribute_path`.",
        example: ["client_id": "grafana", "role_attribute_path": "'Viewer'"],
      ),
    ],
    flaws: flaws,
  )

  private static let clientSecret = Record(
    noun: "a client's secret",
    keys: [
      Key("secret", .text(.dottedName), .required, "The Secret.", example: "grafana-login"),
      Key("key", .text(.nonEmpty), .standard("client-secret"), "Its key with the secret."),
    ],
  )

  /// What is missing, is fedctl's to say, or is called otherwise.
  private static func flaws(_ login: Node) -> [FleetProblem] {
    guard let settings = login["settings"], let pairs = settings.pairs else { return [] }
    let provider = login["provider"]?.scalar?.text ?? GrafanaLogin.Provider.generic.rawValue
    let missing = (needed[provider] ?? [clientID]).filter { settings[$0] == nil }.map {
      FleetProblem(.hub(.loginLacks(setting: $0, provider: provider)), at: settings.mark)
    }
    return missing
      + pairs.compactMap { pair in
        if reserved.contains(pair.key) {
          return FleetProblem(.hub(.reservedLoginSetting(pair.key)), at: pair.keyMark)
        }
        if pair.key == "tls_skip_verify_insecure", pair.value.scalar?.text == "true" {
          return FleetProblem(.access(.unverified), .warning, at: pair.keyMark)
        }
        guard !known.contains(pair.key) else { return nil }
        let like = Suggestion.nearest(to: pair.key, among: known)
        return FleetProblem(
          .hub(.unknownLoginSetting(pair.key, like: like)),
          .warning,
          at: pair.keyMark,
        )
      }
  }

  private static let clientID = "client_id"

  private static let needed = [
    GrafanaLogin.Provider.generic.rawValue: [clientID, "auth_url", "token_url"],
    GrafanaLogin.Provider.azuread.rawValue: [clientID, "auth_url", "token_url"],
  ]

  private static let reserved: Set = ["enabled", "client_secret"]

  /// Those of Grafana 12 (its documentation of each provider); a later one may have more.
  private static let known = [
    "name", "icon", clientID, "client_authentication", "scopes", "empty_scopes", "auth_url",
    "token_url", "api_url", "auth_style", "allow_sign_up", "auto_login", "allowed_domains",
    "allowed_groups", "allowed_organizations", "team_ids", "teams_url", "team_ids_attribute_path",
    "role_attribute_path", "role_attribute_strict", "org_attribute_path", "org_mapping",
    "allow_assign_grafana_admin", "skip_org_role_sync", "groups_attribute_path",
    "email_attribute_name", "email_attribute_path", "login_attribute_path", "name_attribute_path",
    "id_token_attribute_name", "signout_redirect_url", "tls_skip_verify_insecure",
    "tls_client_cert", "tls_client_key", "tls_client_ca", "use_pkce", "use_refresh_token",
    "hosted_domain", "validate_hd", "force_use_graph_api", "workload_identity_token_file",
    "federated_credential_audience", "managed_identity_client_id", "domain_hint", "login_prompt",
  ]
}

extension TextForm {
  /// A member of a section of `grafana.ini`.
  static let grafanaSetting = TextForm(
    pattern: "^[a-z][a-z0-9_]*$",
    example: "client_id",
  ) { text in
    let isName =
      text.first?.isLowercase == true
      && text.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_") }
    return isName ? nil : .grafanaSetting(text)
  }

  /// One line, in which three quotes would end what stands in such quotes.
  static let grafanaValue = TextForm(pattern: ".", example: "grafana") { text in
    if text.isEmpty { return .empty }
    return text.contains(where: \.isNewline) || text.contains("\"\"\"") ? .grafanaValue : nil
  }
}
