import Objects

extension Readiness {
  /// How the object stands, in words.
  var words: String { reason?.words ?? "ready" }
}

extension ReadinessReason {
  /// What is missing, or what has gone wrong, as it follows the object's name and a colon.
  var words: String {
    switch self {
    case .absent: "does not exist"
    case .notMadeYet: "does not exist yet"
    case .unknownKind(let kind): "fedctl does not know when a \(kind) is ready"
    case .unreadable(let status): "cannot be read: \(status.words)"
    case .unobserved: "the controller has not seen the change yet"
    case .unobservedByOperator: "the operator has not seen the change yet"
    case .replicas(let goal, let have, let all): "\(have) of \(all) replicas are \(goal.words)"
    case .replicasRefused(let explanation): "its pods cannot be made\(explanation.clause)"
    case .oldReplicas(let count): "\(count) old replicas are still running"
    case .nodes(let goal, let have, let all): "\(have) of \(all) nodes have \(goal.words)"
    case .rolloutStuck(let explanation), .installationFailed(let explanation),
      .namesRefused(let explanation):
      explanation.words
    case .unmet(let condition): "it is not \(condition.type)\(condition.explanation.clause)"
    case .unreported(let type): "the operator has not reported \(type) yet"
    case .unissued: "cert-manager has not seen it yet"
    case .unsynced: "the External Secrets Operator has not seen it yet"
    case .unasked: "the API server has not asked for it yet"
    case .installing(let phase, let explanation): "phase \(phase)\(explanation.clause)"
    case .notInstalled: "OLM has not installed its operator yet"
    case .noInstallPlan: "OLM has made no InstallPlan yet"
    case .notEstablished: "is not established yet"
    case .unfilled(let key): "its \(key) has not been filled in yet"
    case .noServiceAuthority: "the service CA has not filled it in yet"
    case .notAdmitted: "no router has admitted it yet"
    case .refusedByRouter(let explanation): "the router refuses it: \(explanation.words)"
    case .noAddress(let ingressClass):
      "the controller of its class, \(ingressClass ?? "default"), has given it no address yet"
    case .noLoadBalancer: "the cloud has given its load balancer no address yet"
    case .terminating: "is being deleted: apply again when it has gone"
    case .inUse(let seconds):
      "stays good for \(Duration.seconds(seconds).words), until its users have its successor"
    case .lingering(let linger): linger.words
    case .growing(let size, let goal, let waitsForPod):
      "its volume has \(size) of \(goal)"
        + (waitsForPod ? ", and the file system grows with the next start of its pod" : "")
    case .unresolved(let host): "\(host) does not resolve on this machine yet"
    }
  }
}

extension ReplicaGoal {
  /// As it follows the count.
  fileprivate var words: String {
    switch self {
    case .updated: "updated"
    case .ready: "ready"
    case .available: "available"
    }
  }
}

extension NodeGoal {
  /// As it follows the count.
  fileprivate var words: String {
    switch self {
    case .updated: "the newest pod"
    case .available: "an available pod"
    }
  }
}

extension Linger {
  /// What the object waits for.
  var words: String {
    switch self {
    case .untold: "is being deleted"
    case .content(let messages): "is being deleted: \(messages.joined(separator: "; "))"
    case .finalizers(let names):
      "is being deleted, and waits for whoever sets \(names.joined(separator: ", "))"
    }
  }
}

extension Explanation {
  /// As `Reason: message`, or whichever of the two there is.
  var words: String { [reason, message].filter { !$0.isEmpty }.joined(separator: ": ") }

  /// The same behind a colon; nothing where nothing was said.
  var clause: String { words.isEmpty ? "" : ": \(words)" }
}
