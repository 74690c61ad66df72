import Facts

/// Settings of the bucket that do not go together.
package enum BucketProblem: Fact, Hashable {
  /// AWS signs for a region.
  case regionMissing
  /// The region that is set is another than that which the endpoint names.
  case otherRegion(String, ofEndpoint: String)
  /// `fromEnvironment: false`, and the like, says what not to do, and nothing else.
  case sourceRefused(key: String)
  /// It is not said under which keys of an existing Secret what stands.
  case entriesUnclear
  /// EKS Pod Identity on another platform.
  case podIdentityOffEKS
  /// SSE-KMS without a key.
  case keyMissing
  /// A key for SSE-S3, which has its own.
  case keyWithoutKMS
  case authorityWithoutTLS
  /// A bucket to be made and not to be looked at.
  case madeUnseen
  /// Plain HTTP to AWS, which has TLS everywhere.
  case plainToAWS
  /// A bucket that could be looked at before anything is applied, and is not to be.
  case unchecked

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case regionMissing = "fleet.bucket-region-missing"
    case otherRegion = "fleet.bucket-region-of-endpoint"
    /// A source of credentials is named to say that it is not to be used.
    case sourceRefused = "fleet.environment-refused"
    case entriesUnclear = "fleet.secret-entries-unclear"
    case podIdentityOffEKS = "fleet.pod-identity-off-eks"
    case keyMissing = "fleet.kms-key-missing"
    case keyWithoutKMS = "fleet.key-without-kms"
    /// An authority is named for a bucket that is reached without TLS.
    case authorityWithoutTLS = "fleet.authority-without-tls"
    case madeUnseen = "fleet.bucket-made-unseen"
    /// A bucket of AWS is reached without TLS.
    case plainToAWS = "fleet.bucket-plain-http"
    /// A bucket outside the clusters is not looked at before anything is applied.
    case unchecked = "fleet.bucket-unchecked"
  }

  package var code: Code {
    switch self {
    case .regionMissing: .regionMissing
    case .otherRegion: .otherRegion
    case .sourceRefused: .sourceRefused
    case .entriesUnclear: .entriesUnclear
    case .podIdentityOffEKS: .podIdentityOffEKS
    case .keyMissing: .keyMissing
    case .keyWithoutKMS: .keyWithoutKMS
    case .authorityWithoutTLS: .authorityWithoutTLS
    case .madeUnseen: .madeUnseen
    case .plainToAWS: .plainToAWS
    case .unchecked: .unchecked
    }
  }
}
