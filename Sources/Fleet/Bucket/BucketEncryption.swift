/// How the server encrypts what is written.
package enum BucketEncryption: Hashable, Sendable {
  /// With keys that the store manages (SSE-S3).
  case managed
  /// With a key of the key management service (SSE-KMS).
  case kms(keyID: String)
}
