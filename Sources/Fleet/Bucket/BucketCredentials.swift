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
  /// A Secret in the same place that holds the two keys and nothing of where the bucket is.
  case keysInSecret(BucketKeysInSecret)
  /// The same Secret, made by the External Secrets Operator.
  case externalSecret(ExternalBucketKeys)
  /// An IAM role that EKS gives to the pods (IRSA): no keys stand in any cluster.
  case iamRole(String)
  /// The role that EKS Pod Identity associates with the pods' ServiceAccounts, outside of the cluster's objects.
  case podIdentity
  /// The role of the nodes that the pods run on.
  case nodeRole
}

extension BucketCredentials {
  /// Whether the pods have the keys that fedctl itself finds, and looks at the bucket with.
  package var areShared: Bool {
    switch self {
    case .environment, .profile, .file: true
    case .existingSecret, .keysInSecret, .externalSecret, .iamRole, .podIdentity, .nodeRole: false
    }
  }
}
