import Fleet
import JSON

/// Where a program finds, as files, what it shows to an Alertmanager.
struct CredentialFiles {
  /// A folder for each Secret, in which each key is a file.
  let secrets: String
  /// The same of ConfigMaps.
  let configMaps: String

  /// Where Prometheus finds those that its resource names under `secrets` and `configMaps`.
  static let ofOperator = CredentialFiles(
    secrets: "/etc/prometheus/secrets",
    configMaps: "/etc/prometheus/configmaps",
  )

  /// Where the fleet's own pods find them; see `volume`.
  static let ofPods = CredentialFiles(
    secrets: "\(mount.path)/secrets",
    configMaps: "\(mount.path)/configmaps",
  )

  static let mount = Mount(volume: "alertmanager-access", path: "/etc/alertmanager-access")

  func path(_ key: SecretKey) -> String { "\(secrets)/\(key.name)/\(key.key)" }

  func path(_ authority: ClientAuthority) -> String {
    switch authority {
    case .secret(let key): path(key)
    case .configMap(let key): "\(configMaps)/\(key.name)/\(key.key)"
    }
  }

  /// A volume with those keys alone that are needed; nil for none.
  ///
  /// A pod waits until all are there.
  static func volume(of accesses: [ClientAccess]) -> JSON? {
    let secrets = accesses.flatMap(\.secretKeys).unique
    let configMaps = accesses.flatMap(\.configMapKeys).unique
    guard !secrets.isEmpty || !configMaps.isEmpty else { return nil }
    let sources =
      secrets.map { source("secret", $0, "secrets") }
      + configMaps.map { source("configMap", $0, "configmaps") }
    return ["name": .string(mount.volume), "projected": ["sources": .array(sources)]]
  }

  private static func source(_ kind: String, _ key: SecretKey, _ folder: String) -> JSON {
    let path = JSON.string("\(folder)/\(key.name)/\(key.key)")
    let item: JSON = ["key": .string(key.key), "path": path]
    return [kind: ["name": .string(key.name), "items": [item]]]
  }
}

extension ClientAccess {
  /// What is read of Secrets, by object and key.
  var secretKeys: [SecretKey] {
    let credential: [SecretKey] =
      switch credential {
      case .authorization(_, let key)?: [key]
      case .basic(let user, let password)?: [user, password]
      case nil: []
      }
    let shown = tls?.certificate.map { name in
      ["tls.crt", "tls.key"].map { SecretKey(name: name, key: $0) }
    }
    guard case .secret(let key)? = tls?.authority else { return credential + (shown ?? []) }
    return credential + (shown ?? []) + [key]
  }

  /// The same of ConfigMaps.
  var configMapKeys: [SecretKey] {
    guard case .configMap(let key)? = tls?.authority else { return [] }
    return [key]
  }
}

extension [SecretKey] {
  /// In their order, each once.
  fileprivate var unique: [SecretKey] {
    reduce(into: []) { kept, key in if !kept.contains(key) { kept.append(key) } }
  }
}
