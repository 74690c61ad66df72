/// An issuer of cert-manager.
package struct Issuer: Hashable, Sendable {
  /// The name of the Issuer or ClusterIssuer of cert-manager.
  package var name: String
  /// `ClusterIssuer` or `Issuer`.
  package var kind: String
}
