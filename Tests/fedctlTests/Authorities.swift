import TestSupport

/// Certificates of clusters, and the authorities that are handed to the hub.
extension Clusters {
  /// A Secret as cert-manager makes it, with nothing real in it.
  func makeCertificate(_ name: String, on cluster: String, authority: String) throws {
    try kubectl(
      cluster,
      "-n",
      "monitoring",
      "create",
      "secret",
      "generic",
      name,
      "--from-literal=tls.crt=a",
      "--from-literal=tls.key=b",
      "--from-literal=ca.crt=\(authority)",
    )
  }

  /// What the hub has of a cluster's authority.
  func authority(of cluster: String) throws -> String {
    try field(
      "hub",
      "secret/\(cluster)-authority",
      #".data.ca\.crt"#,
      in: "monitoring",
    ).base64Decoded
  }
}
