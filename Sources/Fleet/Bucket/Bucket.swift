/// The object-storage bucket that holds the metrics.
package struct Bucket: Hashable, Sendable {
  package var name: String
  package var region: String
  /// Host, or host:port, without a scheme: Thanos wants it so.
  package var endpoint: String
  /// A key prefix that all blocks share, or nil for the root of the bucket.
  package var prefix: String?
  /// Plain HTTP instead of TLS.
  package var isInsecure: Bool
  package var addressing: BucketAddressing
  /// A PEM file with the authorities to trust instead of the system's, relative to the fleet file's
  /// folder.
  package var authorityFile: String?
  package var encryption: BucketEncryption?
  /// The account that must own the bucket.
  package var owner: String?
  /// Whether fedctl makes the bucket where it is missing.
  package var isCreated: Bool
  /// Whether the bucket is looked at before anything is applied.
  package var isChecked: Bool
  package var credentials: BucketCredentials
}
