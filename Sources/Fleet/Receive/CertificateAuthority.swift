/// Whom the managed clusters trust.
package enum CertificateAuthority: String, Hashable, Sendable, CaseIterable {
  /// The one whose certificate stands as `ca.crt` beside the hub's own.
  case secret
  /// Those that every system trusts.
  case system
}
