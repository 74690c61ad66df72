package import Certificates
package import Facts
package import Kubernetes
package import Objects
package import Plan

/// Why one object could not be applied.
package enum ApplyError: Error, Fact {
  /// The plan has said so already; nothing was tried.
  case obstacle(Obstacle)
  case kubernetes(KubernetesError)
  /// An object that is replaced was deleted, and the new one could not be created.
  case deletedOnly(KubernetesError)
  /// It, or an object that others make on its strength, has not become what it should be.
  case wait(WaitError)
  /// The field of the producer that should have the value, and does not.
  case missing(PendingValue)
  /// The operator's InstallPlan offers something else than what is pinned: names of
  /// ClusterServiceVersions.
  case otherOperatorOffered(installPlan: ObjectReference, offered: [String], pinned: String)
  /// No way leads to the cluster, by its name in the fleet.
  case noClient(cluster: String)
  case certificate(IssuedCertificate, CertificateError)
  /// A namespace or definition that is not deleted, since these objects are not the fleet's.
  case notEmpty([ObjectReference])
  /// An object that is not deleted, since somebody has taken the fleet's label off it after the plan was made.
  case disowned
  /// A host name that does not resolve on this machine.
  case unresolved(String)
  /// The task was cancelled while the object was under way.
  case interrupted

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case obstacle = "apply.obstacle"
    /// A request about the object has failed.
    case kubernetes = "apply.request-failed"
    case deletedOnly = "apply.deleted-only"
    case wait = "apply.not-ready"
    case missing = "apply.missing-value"
    case otherOperatorOffered = "apply.other-operator-offered"
    case noClient = "apply.no-way-to-cluster"
    /// Its certificate could not be made.
    case certificate = "apply.no-certificate"
    case notEmpty = "apply.holds-foreign-objects"
    case disowned = "apply.disowned"
    case unresolved = "apply.name-not-resolved"
    case interrupted = "apply.interrupted"
  }

  package var code: Code {
    switch self {
    case .obstacle: .obstacle
    case .kubernetes: .kubernetes
    case .deletedOnly: .deletedOnly
    case .wait: .wait
    case .missing: .missing
    case .otherOperatorOffered: .otherOperatorOffered
    case .noClient: .noClient
    case .certificate: .certificate
    case .notEmpty: .notEmpty
    case .disowned: .disowned
    case .unresolved: .unresolved
    case .interrupted: .interrupted
    }
  }
}

extension ApplyError {
  /// Whether the object is left out since it belongs into a namespace that is not there and not the fleet's.
  ///
  /// What stands on it, as the Prometheus on its rights there, does without.
  package var isOfMissingNamespace: Bool {
    if case .obstacle(.missingNamespace) = self { true } else { false }
  }

  /// Whether the same would be refused again, so that running again alone does not help.
  package var isForGood: Bool {
    switch self {
    case .kubernetes(let error), .deletedOnly(let error): error.status?.isRefusalForGood ?? false
    case .obstacle, .otherOperatorOffered, .notEmpty, .disowned: true
    case .wait, .missing, .noClient, .certificate, .unresolved, .interrupted: false
    }
  }
}
