import Fleet
import JSON
import Objects

/// Grafana with a login of its own.
struct PasswordGrafana {
  let grafana: Grafana
  private var site: Site { grafana.site }

  /// It has no way in from outside: people reach its Service by a port that they forward.
  func manifests() -> [Manifest] {
    let part = Part.grafana
    let configuration = grafana.configuration(access: Self.access)
    return [site.silentAccount(part.name, of: part), passwordSecret]
      + site.configMaps(of: configuration) + [
        service,
        site.networkPolicy(part, opening: [("http", to: .anyone)]),
        grafana.object(of: grafana.workload(configuration, [container(configuration)])),
      ]
  }

  /// Where people look the password up.
  private static let password = (secret: "grafana-admin", key: "password")

  /// Made once and kept, for whoever has it would otherwise be locked out.
  private var passwordSecret: Manifest {
    let (secret, key) = Self.password
    return site.generatedSecret(secret, key: key, length: 32, of: .grafana)
  }

  private var service: Manifest {
    let ports = [servicePort("http", 3000, target: "http")]
    return site.service(Part.grafana.name, of: .grafana, ports: ports)
  }

  private func container(_ configuration: GrafanaConfiguration) -> Container {
    grafana.container(
      configuration,
      ports: ["http": 3000],
      environment: [Self.passwordVariable],
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

  /// There is one account, `admin`, whose password the environment holds.
  private static let access = """
    [server]
    http_port = 3000

    [users]
    allow_sign_up = false


    """
}
