import Fleet
import JSON
import Objects

extension BucketKeysInSecret {
  /// The Secret that the External Secrets Operator makes.
  static let external = BucketKeysInSecret(
    secret: "store-s3-keys",
    accessKey: "AWS_ACCESS_KEY_ID",
    secretKey: "AWS_SECRET_ACCESS_KEY",
  )
}

extension Site {
  /// What the External Secrets Operator makes a Secret with the bucket's keys of, which goes with it.
  func externalSecret(_ keys: ExternalBucketKeys) -> Manifest {
    let made = BucketKeysInSecret.external
    func entry(_ name: String, of property: String) -> JSON {
      [
        "secretKey": .string(name),
        "remoteRef": ["key": .string(keys.remoteKey), "property": .string(property)],
      ]
    }
    let spec: JSON = [
      "refreshInterval": .string("\(keys.refreshSeconds)s"),
      "secretStoreRef": ["kind": .string(keys.kind), "name": .string(keys.store)],
      "target": ["name": .string(made.secret)],
      "data": [
        entry(made.accessKey, of: keys.accessKeyProperty),
        entry(made.secretKey, of: keys.secretKeyProperty),
      ],
    ]
    return manifest(.externalSecret, made.secret, of: .fleet, ["spec": spec])
  }
}
