import Facts
import JSON
import Kubernetes
import Objects

/// What a cluster says beside what a look at it has found.
struct ClusterAnswers: Sendable {
  /// nil where it does not tell it.
  var version: String?
  /// The shorter of two answers, over a connection that stands.
  var pace: Duration
  /// By how many seconds its clock is fast against this machine's; nil where it does not tell its time.
  var skew: Double?
  /// What of the needed rights is missing, or why that is not known.
  var missing: Result<NeededRights, KubernetesError>
  /// In which versions it serves the groups of kinds that it lacks.
  var versions: [String: [String]] = [:]
  /// nil where they may not be read, or nothing asks for one.
  var ingressClasses: [JSON]?
  /// The policies of the fleet's namespace, in which its pods are; empty where they may not be read.
  var policies: [ObjectReference: JSON] = [:]
  /// Secrets of others in which Ingresses and Routes have their certificates.
  var secrets: [ObjectReference: JSON] = [:]
  /// Why objects that are there are not ready, for the first of them.
  var causes: [ObjectReference: WaitCause] = [:]
  /// What the kubeconfig has for it that comes to an end.
  var login: ShownCredentials?
  /// The API server's, in PEM; nil where it shows none.
  var serverCertificate: String?
}
