import Fleet
import JSON
import Objects

/// What both collectors have in common: telemeter's client is where the other comes from.
extension CollectedCluster {
  /// Who vouches for OpenShift's own Prometheus.
  static let authority = Mount(volume: "service-authority", path: "/etc/collector/authority")

  /// - `bound`: arguments with values that only live objects know.
  func workload(
    _ bound: [[Binding.Part]],
    _ arguments: [String],
    mounting mount: Mount,
    _ volume: JSON,
  ) -> Manifest {
    let container = Container(
      name: part.name,
      image: collector.component.image,
      command: ["/usr/bin/\(part.name)"],
      arguments: bound.map { _ in "" } + arguments + collector.component.extraArguments,
      ports: ["http": 8080],
      environment: site.wayOut,
      readiness: probe("/healthz/ready", port: "http", everySeconds: 5, failures: 20),
      liveness: probe("/healthz", port: "http", everySeconds: 30, failures: 8),
      resources: collector.component.resources.json,
      mounts: (readsPlatform ? [Self.authority] : []) + [mount],
    )
    var deployment = Workload(
      part,
      collector.component,
      at: site,
      containers: [container],
      volumes: (readsPlatform ? [Self.authorityVolume] : []) + [volume],
    ).deployment()
    deployment.bindings = bound.enumerated().map { Binding(argument($0), $1) }
    return deployment
  }

  private static let authorityVolume = configVolume(
    authority.volume,
    configMap: Site.serviceAuthority.configMap,
  )

  /// The place of an argument in the live Deployment's pods.
  private func argument(_ place: Int) -> FieldPath {
    FieldPath(keys: "spec", "template", "spec", "containers")
      / .element(key: "name", value: part.name) / "args" / .index(place)
  }

  /// What both clients are told in the same words.
  var commonArguments: [String] {
    [
      "--listen=:8080",
      "--from=\(collector.source)",
    ] + (readsPlatform ? Self.platformArguments : []) + ["--interval=\(collector.interval)"]
      + cluster.externalLabels.map { "--label=\(Self.pair($0.name, $0.value))" }
      + collector.renames.sorted { $0.key < $1.key }.map {
        "--rename=\(Self.pair($0.key, $0.value))"
      }
  }

  /// How OpenShift's own Prometheus is known, and how it knows the collector.
  private static let platformArguments = [
    "--from-ca-file=\(authority.path)/\(Site.serviceAuthority.key)",
    "--from-token-file=\(Site.accountToken)",
  ]

  /// Of their own; the dashboards' come first.
  var selectors: [String] {
    let own = PlatformSeries.selectors + cluster.usageSeries.map(\.selector)
    return own + collector.match.filter { !own.contains($0) }
  }

  /// Which cluster it is, beyond the name that the fleet gives it.
  var clusterID: PendingValue {
    if site.platform == .kubernetes { return .handOff(.identity(of: site.cluster)) }
    let version = ObjectReference(cluster: site.cluster, .clusterVersion, name: "version")
    return .handOff(HandOff(from: version, .text(at: FieldPath(keys: "spec", "clusterID"))))
  }

  private static func pair(_ name: String, _ value: String) -> String {
    quoted("\(name)=\(value)")
  }

  /// One field of comma-separated values: these flags are read as a line of them.
  static func quoted(_ field: String) -> String {
    "\"\(field.replacing("\"", with: "\"\""))\""
  }
}
