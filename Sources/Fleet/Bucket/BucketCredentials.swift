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
