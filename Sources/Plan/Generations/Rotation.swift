/// Secrets that are made anew though nothing is wrong with them, one generation after another.
package struct Rotation: Hashable, Sendable {
  /// What is made anew.
  package enum Subject: String, Hashable, Sendable, CaseIterable {
    /// With which managed clusters show the hub who they are.
    case tokens
    /// The keys of login proxies' cookies.
    case sessionSecrets = "session-secrets"
    /// Those that fedctl makes for servers and clients; their authorities stay.
    case certificates
    /// The bucket's, read again from where the fleet file says.
    case keys
  }

  /// nil where nothing is rotated.
  package var subject: Subject?
  /// By name in the fleet, of those that a secret is for; empty for all.
  package var clusters: Set<String>

  package init(_ subject: Subject? = nil, clusters: Set<String> = []) {
    self.subject = subject
    self.clusters = clusters
  }

  /// Whether what is for a cluster is rotated.
  package func covers(_ subject: Subject, of cluster: String) -> Bool {
    self.subject == subject && (clusters.isEmpty || clusters.contains(cluster))
  }
}
