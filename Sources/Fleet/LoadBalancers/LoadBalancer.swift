/// A Service of type LoadBalancer.
package struct LoadBalancer: Hashable, Sendable {
  /// The port that clients connect to.
  package var port: Int
  /// Only networks that are joined with the cluster's reach it.
  package var isInternal: Bool
  /// Networks that may connect, in CIDR notation; none means every one that reaches it.
  package var sourceRanges: [String]
  /// Which controller makes it, where there are several.
  package var controller: String?
  /// nil for a connection without encryption.
  package var tls: ServingCertificate?
  /// What the cloud is told beside it; these win over fedctl's own.
  package var annotations: [String: String]
}
