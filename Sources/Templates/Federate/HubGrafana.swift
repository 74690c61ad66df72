import Fleet
import JSON
import Manifest

/// Grafana with a login of its own, and the hub's Prometheus as its source of data.
extension FederateSite {
  func grafana() -> [Manifest] {
    let part = Part.grafana
    return [site.silentAccount(part.name, of: part), passwordSecret]
      + site.configMaps(of: grafanaConfiguration) + [
        grafanaService,
        site.networkPolicy(part, opening: [("http", to: .anyone)]),
        grafanaWorkload.deployment(),
      ]
  }

  private static let password = (secret: "grafana-admin", key: "password")

  /// Made once and kept, for whoever has it would otherwise be locked out.
  private var passwordSecret: Manifest {
    let secret = site.reference(.secret, Self.password.secret)
    let value = PendingValue.generated(
      GeneratedSecret(in: secret, key: Self.password.key, length: 32)
    )
    let path = FieldPath(keys: "data", Self.password.key)
    return site.manifest(
      .secret,
      Self.password.secret,
      of: .grafana,
      ["type": "Opaque"],
      bindings: [Binding(path, [.value(value)], encoding: .base64)],
    )
  }

  private var grafanaService: Manifest {
    let spec: JSON = [
      "selector": .map(site.selector(.grafana)),
      "ports": [servicePort("http", 3000, target: "http")],
    ]
    return site.manifest(.service, Part.grafana.name, of: .grafana, ["spec": spec])
  }

  private var grafanaWorkload: Workload {
    let configuration = grafanaConfiguration
    return Workload(
      .grafana,
      fleet.hub.grafana,
      at: site,
      containers: [grafanaContainer],
      volumes: configuration.files.map { configVolume($0.name, configMap: $0.name) },
      configuration: configuration.text,
      user: ImageUser.grafana,
    )
  }

  private var grafanaContainer: Container {
    Container(
      name: Part.grafana.name,
      image: fleet.hub.grafana.image,
      arguments: fleet.hub.grafana.extraArguments,
      ports: ["http": 3000],
      environment: GrafanaConfiguration.environment + [Self.passwordVariable],
      readiness: probe("/api/health", port: "http", everySeconds: 5, failures: 20),
      resources: fleet.hub.grafana.resources.json,
      mounts: [Mount(volume: Workload.data, path: "/var/lib/grafana", isReadOnly: false)]
        + grafanaConfiguration.files.map { Mount(volume: $0.name, path: $0.path) },
    )
  }

  private static let passwordVariable: JSON = [
    "name": "GF_SECURITY_ADMIN_PASSWORD",
    "valueFrom": [
      "secretKeyRef": ["name": .string(password.secret), "key": .string(password.key)]
    ],
  ]
}
