/// The object-storage bucket that holds the metrics.
package struct Bucket: Hashable, Sendable {
  /// As S3 has it, without a prefix.
  package var name: String
  /// As the vendor names it; with AWS it must be the bucket's own.
  package var region: String
  /// Host, or host:port, without a scheme: Thanos wants it so.
  package var endpoint: String
  /// A key prefix that all blocks share, or nil for the root of the bucket.
  package var prefix: String?
  /// Plain HTTP instead of TLS.
  package var isInsecure: Bool
  /// Where the bucket's name stands in URLs.
  package var lookupType: BucketLookupType
  /// A PEM file with the authorities to trust instead of the system's, relative to the fleet file's
  /// folder.
  package var authorityFile: String?
  /// How a bucket that fedctl makes is encrypted; nil leaves it to the vendor.
  package var encryption: BucketEncryption?
  /// The account that must own the bucket.
  package var owner: String?
  /// Whether fedctl makes the bucket where it is missing.
  package var isCreated: Bool
  /// Whether the bucket is looked at before anything is applied.
  package var isChecked: Bool
  /// Where the keys come from; the keys themselves never stand in the file.
  package var credentials: BucketCredentials
}
