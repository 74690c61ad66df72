import Fleet
import JSON
import Objects

/// How pods of one cluster get at the bucket: the Secret that tells Thanos where it is, and the role
/// that their accounts may bear.
struct ObjectStore {
  let bucket: Bucket
  let site: Site

  static let mount = Mount(volume: "object-store", path: "/etc/thanos/object-store")

  /// Name and key of the Secret that the store's clients mount.
  var secret: (name: String, key: String) {
    switch bucket.credentials {
    case .existingSecret(let name, let key): (name, key)
    case .environment, .profile, .file, .iamRole: ("store-s3-credentials", "store-s3-secret.yaml")
    }
  }

  /// Where the pods find the configuration.
  var file: String { "\(Self.mount.path)/\(secret.key)" }

  var argument: String { "--objstore.config-file=\(file)" }

  var volume: JSON { secretVolume(Self.mount.volume, secret: secret.name) }

  /// Nothing where the fleet file names a Secret that exists.
  func manifests() -> [Manifest] {
    if case .existingSecret = bucket.credentials { return [] }
    let secret = secret
    var bindings = [
      Binding(FieldPath(keys: "data", secret.key), configuration, encoding: .base64)
    ]
    if bucket.authorityFile != nil {
      let path = FieldPath(keys: "data", Self.authorityKey)
      let authority = Binding.Part.value(.credential(.certificateAuthority))
      bindings.append(Binding(path, [authority], encoding: .base64))
    }
    return [
      site.manifest(.secret, secret.name, of: .fleet, ["type": "Opaque"], bindings: bindings)
    ]
  }

  /// The configuration without the keys, and the role, which a pod is given when it is made: what
  /// pods are replaced for when it changes.
  ///
  /// nil where the configuration is somebody else's.
  var fingerprint: String? {
    if case .existingSecret = bucket.credentials { return nil }
    let texts = configuration.compactMap { part in
      if case .text(let text) = part { text } else { nil }
    }
    return texts.joined() + (role ?? "")
  }

  /// What makes an account the bearer of the bucket's role.
  var identity: JSON {
    guard let role else { return [:] }
    return ["metadata": ["annotations": ["eks.amazonaws.com/role-arn": .string(role)]]]
  }

  /// What stands for keys.
  private var role: String? {
    if case .iamRole(let role) = bucket.credentials { role } else { nil }
  }

  private static let authorityKey = "ca.crt"

  /// Thanos reads this strictly: a key it does not know is fatal.
  private var configuration: [Binding.Part] {
    [
      .text(
        """
        type: S3
        config:
          bucket: \(text(bucket.name))
          endpoint: \(text(bucket.endpoint))
          region: \(text(bucket.region))
          insecure: \(bucket.isInsecure)

        """
      )
    ] + [.text(options)] + keys + [.text(bucket.prefix.map { "prefix: \(text($0))\n" } ?? "")]
  }

  /// What differs from Thanos' own defaults.
  private var options: String {
    var lines: [String] = []
    if bucket.addressing != .automatic {
      lines.append("bucket_lookup_type: \(bucket.addressing.rawValue)")
    }
    switch bucket.encryption {
    case .managed?: lines += ["sse_config:", "  type: SSE-S3"]
    case .kms(let key)?: lines += ["sse_config:", "  type: SSE-KMS", "  kms_key_id: \(text(key))"]
    case nil: break
    }
    if bucket.authorityFile != nil {
      let file = "\(Self.mount.path)/\(Self.authorityKey)"
      lines += ["http_config:", "  tls_config:", "    ca_file: \(file)"]
    }
    return lines.map { "  \($0)\n" }.joined()
  }

  /// Without keys Thanos asks its surroundings, which is what gives a pod its role.
  private var keys: [Binding.Part] {
    guard role == nil else { return [] }
    return [
      .text("  access_key: "), .quoted(.credential(.accessKeyID)),
      .text("\n  secret_key: "), .quoted(.credential(.secretAccessKey)),
      .text("\n  session_token: "), .quoted(.credential(.sessionToken)), .text("\n"),
    ]
  }

  /// A text as YAML and JSON both quote it.
  private func text(_ text: String) -> String { JSON.string(text).text() }
}
