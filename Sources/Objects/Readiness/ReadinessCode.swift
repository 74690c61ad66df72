import Facts

extension ReadinessReason {
  package enum Code: String, FactCode {
    case absent = "readiness.absent"
    case notMadeYet = "readiness.not-made-yet"
    case unknownKind = "readiness.unknown-kind"
    case unreadable = "readiness.unreadable"
    case unobserved = "readiness.unobserved"
    case replicasMissing = "readiness.replicas-missing"
    case oldReplicas = "readiness.old-replicas"
    case nodesMissing = "readiness.nodes-missing"
    case rolloutStuck = "readiness.rollout-stuck"
    case conditionUnmet = "readiness.condition-unmet"
    case conditionUnreported = "readiness.condition-unreported"
    case installing = "readiness.installing"
    case installationFailed = "readiness.installation-failed"
    case namesRefused = "readiness.names-refused"
    case notEstablished = "readiness.not-established"
    case unfilled = "readiness.unfilled"
    case notAdmitted = "readiness.not-admitted"
    case refusedByRouter = "readiness.refused-by-router"
    case noAddress = "readiness.no-address"
    case terminating = "readiness.terminating"
    case lingering = "readiness.lingering"
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
    case .oldReplicas: .oldReplicas
    case .nodes: .nodesMissing
    case .rolloutStuck: .rolloutStuck
    case .unmet: .conditionUnmet
    case .unreported, .unissued, .unasked: .conditionUnreported
    case .installing, .notInstalled: .installing
    case .installationFailed: .installationFailed
    case .namesRefused: .namesRefused
    case .notEstablished: .notEstablished
    case .unfilled, .noServiceAuthority: .unfilled
    case .notAdmitted: .notAdmitted
    case .refusedByRouter: .refusedByRouter
    case .noAddress, .noLoadBalancer: .noAddress
    case .terminating: .terminating
    case .lingering: .lingering
    case .unresolved: .unresolved
    }
  }
}
