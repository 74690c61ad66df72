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
  package var credentials: BucketCredentials
}

/// Where the keys of the bucket come from; the fleet file never holds them.
package enum BucketCredentials: Hashable, Sendable {
  /// AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN of fedctl's own environment.
  case environment
  /// A profile of the shared AWS credentials file.
  case profile(String)
  /// A file in the format of the shared AWS credentials file, relative to the fleet file's folder.
  case file(String)
  /// A Secret on the hub, in the fleet's namespace, whose key holds a whole objstore configuration.
  case existingSecret(name: String, key: String)
}
