/// Where the External Secrets Operator finds the bucket's keys.
package struct ExternalBucketKeys: Hashable, Sendable {
  /// The name of the store.
  package var store: String
  /// `ClusterSecretStore`, or `SecretStore` for one in the fleet's namespace.
  package var kind: String
  /// After how many seconds the operator reads them again; 0 is never.
  package var refreshSeconds: Int
  /// What the store calls the secret that holds both keys.
  package var remoteKey: String
  /// The property of it that is the access key's id.
  package var accessKeyProperty: String
  /// The property of it that is the secret key.
  package var secretKeyProperty: String
}
