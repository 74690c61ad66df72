import Fleet
import JSON
import Objects

/// Grafana with a login of its own.
struct PasswordGrafana {
  let grafana: Grafana
  private var site: Site { grafana.site }

  /// Without an Ingress it has no way in from outside: people reach its Service by a port that they forward.
  func manifests() -> [Manifest] {
    let part = Part.grafana
    let configuration = grafana.configuration(access: access)
    return [site.silentAccount(part.name, of: part), passwordSecret]
      + site.configMaps(of: configuration) + [
        service,
        site.networkPolicy(part, opening: [("http", to: .anyone)]),
        grafana.object(of: grafana.workload(configuration, [container(configuration)])),
      ] + wayIn
  }

  /// Where people look the password up.
  private static let password = (secret: "grafana-admin", key: "password")

  /// Made once and kept, for whoever has it would otherwise be locked out.
  private var passwordSecret: Manifest {
    let (secret, key) = Self.password
    return site.generatedSecret(secret, key: key, length: 32, of: .grafana)
  }

  private var wayIn: [Manifest] {
    guard let ingress = grafana.design.ingress else { return [] }
    let name = Part.grafana.name
    let target = IngressTarget(
      service: name,
      port: "http",
      host: ingress.host,
      path: "/",
      pathType: "Prefix",
      secret: ingress.secret,
    )
    return site.certificate(
      name,
      of: .grafana,
      filling: ingress.secret,
      for: [ingress.host],
      by: ingress.issuer,
    ) + [
      site.ingress(
        name,
        of: .grafana,
        class: ingress.controller,
        to: target,
        ingress.annotations,
      )
    ]
  }

  private var service: Manifest {
    let ports = [servicePort("http", 3000, target: "http")]
    return site.service(Part.grafana.name, of: .grafana, ports: ports)
  }

  private func container(_ configuration: GrafanaConfiguration) -> Container {
    grafana.container(
      configuration,
      ports: ["http": 3000],
      environment: [Self.passwordVariable]
        + [grafana.design.login?.secretVariable].compactMap(\.self),
      readiness: probe(Grafana.healthPath, port: "http", everySeconds: 5, failures: 20),
    )
  }

  /// Grafana takes it when it makes its database, and not again.
  private static let passwordVariable: JSON = [
    "name": "GF_SECURITY_ADMIN_PASSWORD",
    "valueFrom": [
      "secretKeyRef": ["name": .string(password.secret), "key": .string(password.key)]
    ],
  ]

  /// There is one account of its own, `admin`, whose password the environment holds.
  private var access: String {
    """
    [server]
    http_port = 3000
    \(address)
    [users]
    allow_sign_up = false
    \(visitors)

    """ + (grafana.design.login?.configuration ?? "")
  }

  /// Whoever comes with an account of somebody else's sees, and does no more.
  private var visitors: String {
    guard grafana.design.login != nil else { return "" }
    return """
      auto_assign_org_role = Viewer

      [auth.anonymous]
      enabled = false

      """
  }

  /// By what name people come, for links that lead back; nothing where they forward a port.
  private var address: String {
    grafana.design.ingress.map { "root_url = https://\($0.host)/\n" } ?? ""
  }
}
