package import Certificates
package import Facts
package import Kubernetes
package import Objects
package import Plan

/// Why one object could not be applied.
package enum ApplyError: Error, Sendable {
  case obstacle(Obstacle)
  case kubernetes(KubernetesError)
  /// It, or an object that others make on its strength, has not become what it should be.
  case wait(WaitError)
  /// The field of the producer that should have the value, and does not.
  case missing(PendingValue)
  /// The operator offers something else than what is pinned.
  case otherOperatorOffered(installPlan: String, offered: [String], pinned: String)
  case noClient(cluster: String)
  case certificate(IssuedCertificate, CertificateError)
  /// A namespace that is not deleted, since these objects in it are not the fleet's.
  case notEmpty([String])
  /// A name that does not resolve on this machine.
  case unresolved(String)
  case interrupted
}
