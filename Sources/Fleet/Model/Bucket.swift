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

/// Whether a bucket is named in the host or in the path of its URL, in Thanos' words.
package enum BucketAddressing: String, Hashable, Sendable, CaseIterable {
  case automatic = "auto"
  case path
  case virtualHosted = "virtual-hosted"
}

/// How the server encrypts what is written.
package enum BucketEncryption: Hashable, Sendable {
  /// With keys that the store manages (SSE-S3).
  case managed
  /// With a key of the key management service (SSE-KMS).
  case kms(keyID: String)
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
  /// An IAM role that EKS gives to the pods (IRSA): no keys stand in any cluster.
  case iamRole(String)
}
