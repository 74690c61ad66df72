package import Facts

/// Why an object is not ready, or still there.
package enum ReadinessReason: Fact, Hashable {
  case absent
  /// Somebody else makes it, and has not yet.
  case notMadeYet
  /// fedctl has no rule for objects of this kind.
  case unknownKind(String)
  /// Whether it is there cannot be told: in the server's words.
  case unreadable(APIStatus)
  /// Its controller has not seen the newest form of the object.
  case unobserved
  /// The same of an operator's custom resource.
  case unobservedByOperator
  /// Some of the replicas that are wanted are not yet what the rollout asks of them.
  case replicas(ReplicaGoal, have: Int64, of: Int64)
  /// Its pods cannot be made, as where a quota is used up.
  case replicasRefused(Explanation)
  /// Replicas of an earlier form that still run.
  case oldReplicas(Int64)
  /// Some of the nodes that should run a pod do not do it yet.
  case nodes(NodeGoal, have: Int64, of: Int64)
  /// A rollout has come no further for longer than its deadline.
  case rolloutStuck(Explanation)
  /// A condition that must hold does not.
  case unmet(ObjectCondition)
  /// An operator has not told the condition of this type yet.
  case unreported(condition: String)
  /// cert-manager has not told anything of a Certificate yet.
  case unissued
  /// The External Secrets Operator has not told anything of the newest form of an ExternalSecret yet.
  case unsynced
  /// The API server has not asked for an API yet.
  case unasked
  /// An operator's version on its way: its phase, as `Installing`.
  case installing(phase: String, Explanation)
  /// OLM has not installed a Subscription's operator yet.
  case notInstalled
  case installationFailed(Explanation)
  /// OLM has not proposed an installation yet.
  case noInstallPlan
  /// A definition whose names are another's.
  case namesRefused(Explanation)
  case notEstablished
  /// A key of `data` that a controller has not filled in yet.
  case unfilled(key: String)
  /// The same of the service CA's bundle.
  case noServiceAuthority
  /// No router has taken a Route yet.
  case notAdmitted
  case refusedByRouter(Explanation)
  /// The controller of an Ingress' class has given it no address; nil is the default class.
  case noAddress(ingressClass: String?)
  /// The cloud has given a Service's load balancer no address.
  case noLoadBalancer
  /// A namespace on its way out, in which nothing can be made.
  case terminating
  /// It goes when whoever uses it has had so much time to go over to its successor.
  case inUse(seconds: Int)
  /// What should have gone and is still there.
  case lingering(Linger)
  /// A claim's volume has one size and shall have another; the file system of some grows only with the
  /// next start of the pod.
  case growing(from: String, to: String, waitsForPod: Bool)
  /// A name by which others reach it does not resolve on this machine.
  case unresolved(host: String)
}
