import Fleet
import JSON

/// Keys of Secrets and ConfigMaps of the user's own, as files of a pod.
///
/// What stands in a program's own configuration names files where an operator's resources name Secrets, and no secret's
/// text may stand there.
struct AccessFiles {
  /// Below it is a folder for each object, in which each key is a file.
  let folder: String

  /// Where Prometheus finds what its resource names under `secrets` and `configMaps`.
  static let ofOperator = AccessFiles(folder: "/etc/prometheus")

  func path(_ key: SecretKey) -> String { "\(folder)/\(Self.place(key))" }

  func path(_ authority: ClientAuthority) -> String { "\(folder)/\(Self.place(authority))" }

  fileprivate static func place(_ key: SecretKey) -> String { "secrets/\(key.name)/\(key.key)" }

  private static func place(_ authority: ClientAuthority) -> String {
    switch authority {
    case .secret(let key): place(key)
    case .configMap(let key): "configmaps/\(key.name)/\(key.key)"
    }
  }

  /// An entry of a projected volume.
  fileprivate static func source(_ authority: ClientAuthority, isOptional: Bool) -> JSON {
    let (word, key) =
      switch authority {
      case .secret(let key): ("secret", key)
      case .configMap(let key): ("configMap", key)
      }
    let item: JSON = ["key": .string(key.key), "path": .string(place(authority))]
    let optional: JSON? = isOptional ? true : nil
    return [
      word: .fields(["name": .string(key.name), "items": [item], "optional": optional])
    ]
  }
}

/// A volume with the files that some of a pod's accesses need, and with no others.
struct AccessVolume {
  let mount: Mount
  /// Whether a pod starts without what is missing; else it waits for all.
  let isOptional: Bool

  /// What is shown to Alertmanagers, without which nobody would hear of anything.
  static let ofAlerts = AccessVolume(
    mount: Mount(volume: "alertmanager-access", path: "/etc/alertmanager-access"),
    isOptional: false,
  )
  /// What scrape jobs show.
  ///
  /// What is not there keeps its job from being scraped, and nothing else: a pod would wait for it without end.
  static let ofScrapeJobs = AccessVolume(
    mount: Mount(volume: "scrape-access", path: "/etc/prometheus/scrape-access"),
    isOptional: true,
  )

  var files: AccessFiles { AccessFiles(folder: mount.path) }

  /// Each file once; nil where none is needed.
  func json(for accesses: [ClientAccess]) -> JSON? {
    var seen: Set<ClientAuthority> = []
    let needed = accesses.flatMap(\.needed).filter { seen.insert($0).inserted }
    guard !needed.isEmpty else { return nil }
    let sources = needed.map { AccessFiles.source($0, isOptional: isOptional) }
    return ["name": .string(mount.volume), "projected": ["sources": .array(sources)]]
  }
}

extension ClientAccess {
  /// All that is read, by object and key: what is in ConfigMaps behind what is in Secrets.
  fileprivate var needed: [ClientAuthority] {
    secretKeys.map(ClientAuthority.secret) + configMapKeys.map(ClientAuthority.configMap)
  }

  /// What is read of Secrets.
  var secretKeys: [SecretKey] {
    let credential: [SecretKey] =
      switch credential {
      case .authorization(_, let key)?: [key]
      case .basic(let user, let password)?: [user, password]
      case nil: []
      }
    let shown = tls?.certificate.map { [SecretKey(certificateOf: $0), SecretKey(keyOf: $0)] } ?? []
    guard case .secret(let key)? = tls?.authority else { return credential + shown }
    return credential + shown + [key]
  }

  /// The same of ConfigMaps.
  var configMapKeys: [SecretKey] {
    guard case .configMap(let key)? = tls?.authority else { return [] }
    return [key]
  }
}

extension SecretKey {
  /// What a Secret of type `kubernetes.io/tls` shows.
  init(certificateOf secret: String) { self.init(name: secret, key: "tls.crt") }

  init(keyOf secret: String) { self.init(name: secret, key: "tls.key") }
}

extension ManagedCluster {
  /// What the pods of its Prometheus need so that scrape jobs find the files that they name.
  var accessVolumes: [JSON] {
    [AccessVolume.ofScrapeJobs.json(for: scrapeJobs.map(\.access))].compactMap(\.self)
  }

  /// The same, as Prometheus' container has it.
  var accessMounts: [JSON] {
    accessVolumes.isEmpty ? [] : [AccessVolume.ofScrapeJobs.mount.json]
  }
}
