import Fleet
import JSON
import Objects

/// How pods of one cluster get at the bucket: the Secret that tells Thanos where it is, and the role
/// that their accounts may bear.
struct ObjectStore {
  /// With the credentials of this cluster's pods, which a cluster may have of its own.
  let bucket: Bucket
  let site: Site

  static let mount = Mount(volume: "object-store", path: "/etc/thanos/object-store")

  /// Name and key of the Secret that the store's clients mount.
  var secret: (name: String, key: String) {
    switch bucket.credentials {
    case .existingSecret(let name, let key): (name, key)
    case .environment, .profile, .file, .keysInSecret, .externalSecret, .iamRole, .podIdentity,
      .nodeRole:
      ("store-s3-credentials", "store-s3-secret.yaml")
    }
  }

  /// Where the pods find the configuration.
  var file: String { "\(Self.mount.path)/\(secret.key)" }

  /// Names the file, so that no key shows among arguments.
  var argument: String { "--objstore.config-file=\(file)" }

  var volume: JSON { secretVolume(Self.mount.volume, secret: secret.name) }

  /// Entries of `env`, for Thanos takes the keys from there which its configuration does not have.
  var environment: [JSON] {
    guard let keys = keysSecret else { return [] }
    return [("AWS_ACCESS_KEY_ID", keys.accessKey), ("AWS_SECRET_ACCESS_KEY", keys.secretKey)].map {
      [
        "name": .string($0.0),
        "valueFrom": ["secretKeyRef": ["name": .string(keys.secret), "key": .string($0.1)]],
      ]
    }
  }

  /// The Secret with the two keys; nil where the configuration has them, or nobody.
  private var keysSecret: BucketKeysInSecret? {
    switch bucket.credentials {
    case .keysInSecret(let keys): keys
    case .externalSecret: .external
    case .environment, .profile, .file, .existingSecret, .iamRole, .podIdentity, .nodeRole: nil
    }
  }

  /// Nothing where the fleet file names a Secret that exists and holds all.
  func manifests() -> [Manifest] {
    if case .existingSecret = bucket.credentials { return [] }
    let secret = secret
    var bindings = [
      Binding.secretData(secret.key, configuration.yaml)
    ]
    if bucket.authorityFile != nil {
      bindings.append(
        .secretData(Self.authorityKey, [.value(.credential(.certificateAuthority))])
      )
    }
    var manifest = site.secret(secret.name, of: .fleet, filledBy: bindings)
    manifest.openText = OpenText(secret.key, showing: Self.openFields)
    return [manifest] + externalKeys
  }

  /// What has the operator make the Secret with the keys.
  private var externalKeys: [Manifest] {
    guard case .externalSecret(let keys) = bucket.credentials else { return [] }
    return [site.externalSecret(keys)]
  }

  /// Where the bucket is and how it is spoken to; all but the keys.
  private static let openFields: Set<String> = [
    "type", "config.bucket", "config.endpoint", "config.region", "config.insecure",
    "config.bucket_lookup_type", "config.sse_config.type", "config.sse_config.kms_key_id",
    "config.http_config.tls_config.ca_file", "prefix",
  ]

  /// The configuration without the keys, and whatever role a pod is given when it is made: what
  /// pods are replaced for when it changes.
  ///
  /// nil where the configuration is somebody else's.
  var fingerprint: String? {
    if case .existingSecret = bucket.credentials { return nil }
    let texts = configuration.yaml.compactMap { part in
      if case .text(let text) = part { text } else { nil }
    }
    if case .podIdentity = bucket.credentials { return texts.joined() + "pod-identity" }
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
  private var configuration: Document {
    .fields([
      "type": "S3",
      "config": .fields([
        "bucket": .text(bucket.name),
        "endpoint": .text(bucket.endpoint),
        "region": .text(bucket.region),
        "insecure": .known(.bool(bucket.isInsecure)),
        "bucket_lookup_type": bucket.lookupType == .automatic
          ? nil : .text(bucket.lookupType.rawValue),
        "sse_config": encryption,
        "http_config": authorities,
        "access_key": key(.accessKeyID),
        "secret_key": key(.secretAccessKey),
        "session_token": key(.sessionToken),
      ]),
      "prefix": bucket.prefix.map(Document.text),
    ])
  }

  /// nil leaves it to the bucket.
  private var encryption: Document? {
    switch bucket.encryption {
    case .managed?: ["type": "SSE-S3"]
    case .kms(let key)?: ["type": "SSE-KMS", "kms_key_id": .text(key)]
    case nil: nil
    }
  }

  /// nil where the system's are trusted.
  private var authorities: Document? {
    guard bucket.authorityFile != nil else { return nil }
    return ["tls_config": ["ca_file": .text("\(Self.mount.path)/\(Self.authorityKey)")]]
  }

  /// Without keys Thanos asks its surroundings, which is what gives a pod its role, or the keys of a Secret.
  private func key(_ credential: BucketCredential) -> Document? {
    bucket.credentials.areShared ? .pending(.credential(credential)) : nil
  }
}
