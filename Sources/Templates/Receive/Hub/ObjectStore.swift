import Fleet
import JSON
import Manifest

/// The Secret that tells Thanos where the bucket is and how to get in.
extension HubSite {
  /// Name and key of the Secret that the store's clients mount.
  var objectStoreSecret: (name: String, key: String) {
    switch design.bucket.credentials {
    case .existingSecret(let name, let key): (name, key)
    case .environment, .profile, .file: ("store-s3-credentials", "store-s3-secret.yaml")
    }
  }

  /// Nothing where the fleet file names a Secret that exists.
  func objectStore() -> [Manifest] {
    if case .existingSecret = design.bucket.credentials { return [] }
    let secret = objectStoreSecret
    let binding = Binding(
      FieldPath(keys: "data", secret.key),
      objectStoreConfiguration,
      encoding: .base64,
    )
    return [
      site.manifest(.secret, secret.name, of: .fleet, ["type": "Opaque"], bindings: [binding])
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

  /// Thanos reads this strictly: a key it does not know is fatal.
  private var objectStoreConfiguration: [Binding.Part] {
    let bucket = design.bucket
    let prefix = bucket.prefix.map { "\nprefix: \(JSON.string($0).text())" } ?? ""
    return [
      .text(
        """
        type: S3
        config:
          bucket: \(JSON.string(bucket.name).text())
          endpoint: \(JSON.string(bucket.endpoint).text())
          region: \(JSON.string(bucket.region).text())
          insecure: \(bucket.isInsecure)
          access_key: 
        """
      ),
      .quoted(.credential(.accessKeyID)),
      .text("\n  secret_key: "),
      .quoted(.credential(.secretAccessKey)),
      .text("\n  session_token: "),
      .quoted(.credential(.sessionToken)),
      .text(prefix + "\n"),
    ]
  }
}
