/// An issuer of cert-manager.
package struct Issuer: Hashable, Sendable {
  package var name: String
  /// `ClusterIssuer` or `Issuer`.
  package var kind: String
}
