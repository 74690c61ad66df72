/// A Secret in the fleet's namespace that holds the bucket's keys, each as an entry of its data.
package struct BucketKeysInSecret: Hashable, Sendable {
  /// The Secret's name.
  package var secret: String
  /// The entry with the access key's id.
  package var accessKey: String
  /// The entry with the secret key.
  package var secretKey: String

  package init(secret: String, accessKey: String, secretKey: String) {
    self.secret = secret
    self.accessKey = accessKey
    self.secretKey = secretKey
  }
}
