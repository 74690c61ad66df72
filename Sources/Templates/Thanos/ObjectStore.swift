import Fleet
import JSON
import Manifest

/// The Secret that tells Thanos where the bucket is and how to get in.
extension ThanosSite {
  /// Name and key of the Secret that the store's clients mount.
  var objectStoreSecret: (name: String, key: String) {
    switch design.bucket.credentials {
    case .existingSecret(let name, let key): (name, key)
    case .environment, .profile, .file, .iamRole: ("store-s3-credentials", "store-s3-secret.yaml")
    }
  }

  /// Nothing where the fleet file names a Secret that exists.
  func objectStore() -> [Manifest] {
    if case .existingSecret = design.bucket.credentials { return [] }
    let secret = objectStoreSecret
    var bindings = [
      Binding(FieldPath(keys: "data", secret.key), objectStoreConfiguration, encoding: .base64)
    ]
    if design.bucket.authorityFile != nil {
      let path = FieldPath(keys: "data", Self.authorityKey)
      let authority = Binding.Part.value(.credential(.certificateAuthority))
      bindings.append(Binding(path, [authority], encoding: .base64))
    }
    return [
      site.manifest(.secret, secret.name, of: .fleet, ["type": "Opaque"], bindings: bindings)
    ]
  }

  /// The configuration without the keys: what pods are replaced for when it changes.
  ///
  /// nil where the configuration is somebody else's.
  var objectStoreFingerprint: String? {
    if case .existingSecret = design.bucket.credentials { return nil }
    return objectStoreConfiguration.compactMap { part in
      if case .text(let text) = part { text } else { nil }
    }.joined()
  }

  /// The account of pods that read or write the bucket; where a role stands for keys, its pods get it.
  func storeAccount(_ part: Part) -> Manifest {
    site.silentAccount(part.name, of: part, storeIdentity)
  }

  /// What makes an account the bearer of the bucket's role.
  var storeIdentity: JSON {
    guard case .iamRole(let role) = design.bucket.credentials else { return [:] }
    return ["metadata": ["annotations": ["eks.amazonaws.com/role-arn": .string(role)]]]
  }

  private static let authorityKey = "ca.crt"

  /// Thanos reads this strictly: a key it does not know is fatal.
  private var objectStoreConfiguration: [Binding.Part] {
    let bucket = design.bucket
    return [
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
    let bucket = design.bucket
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
      let file = "\(Thanos.objectStore.path)/\(Self.authorityKey)"
      lines += ["http_config:", "  tls_config:", "    ca_file: \(file)"]
    }
    return lines.map { "  \($0)\n" }.joined()
  }

  /// Without keys Thanos asks its surroundings, which is what gives a pod its role.
  private var keys: [Binding.Part] {
    if case .iamRole = design.bucket.credentials { return [] }
    return [
      .text("  access_key: "), .quoted(.credential(.accessKeyID)),
      .text("\n  secret_key: "), .quoted(.credential(.secretAccessKey)),
      .text("\n  session_token: "), .quoted(.credential(.sessionToken)), .text("\n"),
    ]
  }

  /// A text as YAML and JSON both quote it.
  private func text(_ text: String) -> String { JSON.string(text).text() }
}
