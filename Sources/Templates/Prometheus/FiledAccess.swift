import Fleet
import JSON

/// How a server is spoken to, as Prometheus' own configuration says it: by files.
extension ClientAccess {
  /// The members of a job.
  var configuration: JSON {
    JSON.fields(["tls_config": tls?.configuration]).merging(credential?.configuration ?? [:])
  }

  /// All that it names.
  var files: [AccessFile] { (tls?.files ?? []) + (credential?.files ?? []) }
}

extension ClientTLS {
  fileprivate var configuration: JSON {
    .fields([
      "ca_file": authority.map { .string($0.file.path) },
      "cert_file": certificateFile.map { .string($0.path) },
      "key_file": keyFile.map { .string($0.path) },
      "server_name": serverName.map(JSON.string),
      "insecure_skip_verify": skipsVerification ? true : nil,
    ])
  }

  fileprivate var files: [AccessFile] {
    [authority?.file, certificateFile, keyFile].compactMap(\.self)
  }

  private var certificateFile: AccessFile? {
    certificate.map { AccessFile(owner: .secret, key: SecretKey(name: $0, key: "tls.crt")) }
  }

  private var keyFile: AccessFile? {
    certificate.map { AccessFile(owner: .secret, key: SecretKey(name: $0, key: "tls.key")) }
  }
}

extension ClientAuthority {
  fileprivate var file: AccessFile {
    switch self {
    case .secret(let key): AccessFile(owner: .secret, key: key)
    case .configMap(let key): AccessFile(owner: .configMap, key: key)
    }
  }
}

extension ClientCredential {
  fileprivate var configuration: JSON {
    switch self {
    case .authorization(let type, let key):
      ["authorization": ["type": .string(type), "credentials_file": path(of: key)]]
    case .basic(let user, let password):
      ["basic_auth": ["username_file": path(of: user), "password_file": path(of: password)]]
    }
  }

  fileprivate var files: [AccessFile] {
    switch self {
    case .authorization(_, let key): [AccessFile(owner: .secret, key: key)]
    case .basic(let user, let password):
      [user, password].map { AccessFile(owner: .secret, key: $0) }
    }
  }

  private func path(of key: SecretKey) -> JSON {
    .string(AccessFile(owner: .secret, key: key).path)
  }
}
