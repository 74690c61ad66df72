import TestSupport

/// Certificates of clusters, and the authorities that are handed to the hub.
extension Clusters {
  /// A Secret as cert-manager makes it, with nothing real in it.
  func makeCertificate(
    _ name: String,
    on cluster: String,
    in namespace: String = "monitoring",
    authority: String,
  ) throws {
    try kubectl(
      cluster,
      "-n",
      namespace,
      "create",
      "secret",
      "generic",
      name,
      "--from-literal=tls.crt=a",
      "--from-literal=tls.key=b",
      "--from-literal=ca.crt=\(authority)",
    )
  }

  /// What the fleet's Secrets on a cluster have at a key of their data, by name; the key as a path writes it.
  func secretData(_ key: String, on cluster: String) throws -> [String: String] {
    let path = #"jsonpath={range .items[*]}{.metadata.name}={.data."# + key + #"}{"\n"}{end}"#
    let lines = try kubectl(
      cluster,
      "-n",
      "thanos",
      "get",
      "secrets",
      "-l",
      "fedctl.dev/fleet",
      "-o",
      path,
    ).stdout.split(separator: "\n").map { $0.split(separator: "=", maxSplits: 1) }
    return Dictionary(
      uniqueKeysWithValues: lines.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) }
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
