import Facts

extension ReadinessReason {
  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// The object does not exist.
    case absent = "readiness.absent"
    /// Whoever makes the object has not done so yet.
    case notMadeYet = "readiness.not-made-yet"
    /// fedctl does not know when an object of the kind is ready.
    case unknownKind = "readiness.unknown-kind"
    /// The object may not be read.
    case unreadable = "readiness.unreadable"
    /// The controller has not seen the newest form of the object.
    case unobserved = "readiness.unobserved"
    /// Pods are missing, old, or not ready.
    case replicasMissing = "readiness.replicas-missing"
    /// The API server takes no pods of the workload.
    case replicasRefused = "readiness.replicas-refused"
    /// Pods of the form before are still running.
    case oldReplicas = "readiness.old-replicas"
    /// Nodes are missing a pod.
    case nodesMissing = "readiness.nodes-missing"
    /// The controller has given the rollout up.
    case rolloutStuck = "readiness.rollout-stuck"
    /// A condition of the object is not true.
    case conditionUnmet = "readiness.condition-unmet"
    /// A condition of the object is not there yet.
    case conditionUnreported = "readiness.condition-unreported"
    /// OLM is at work on the operator.
    case installing = "readiness.installing"
    /// OLM could not install the operator.
    case installationFailed = "readiness.installation-failed"
    /// The names of a definition are taken.
    case namesRefused = "readiness.names-refused"
    /// A definition is not served yet.
    case notEstablished = "readiness.not-established"
    /// A controller has not filled the object in yet.
    case unfilled = "readiness.unfilled"
    /// No router has admitted the Route yet.
    case notAdmitted = "readiness.not-admitted"
    /// A router refuses the Route.
    case refusedByRouter = "readiness.refused-by-router"
    /// A way in has no address yet.
    case noAddress = "readiness.no-address"
    /// The object is being deleted.
    case terminating = "readiness.terminating"
    /// The object is being deleted, and something holds it.
    case lingering = "readiness.lingering"
    /// Others may still use what is to go.
    case inUse = "readiness.in-use"
    /// A volume is still growing.
    case growing = "readiness.growing"
    /// A name does not resolve on this machine yet.
    case unresolved = "readiness.unresolved"
  }

  package var code: Code {
    switch self {
    case .absent: .absent
    case .notMadeYet, .noInstallPlan: .notMadeYet
    case .unknownKind: .unknownKind
    case .unreadable: .unreadable
    case .unobserved, .unobservedByOperator: .unobserved
    case .replicas: .replicasMissing
    case .replicasRefused: .replicasRefused
    case .oldReplicas: .oldReplicas
    case .nodes: .nodesMissing
    case .rolloutStuck: .rolloutStuck
    case .unmet: .conditionUnmet
    case .unreported, .unissued, .unsynced, .unasked: .conditionUnreported
    case .installing, .notInstalled: .installing
    case .installationFailed: .installationFailed
    case .namesRefused: .namesRefused
    case .notEstablished: .notEstablished
    case .unfilled, .noServiceAuthority: .unfilled
    case .notAdmitted: .notAdmitted
    case .refusedByRouter: .refusedByRouter
    case .noAddress, .noLoadBalancer: .noAddress
    case .terminating: .terminating
    case .inUse: .inUse
    case .lingering: .lingering
    case .growing: .growing
    case .unresolved: .unresolved
    }
  }
}
