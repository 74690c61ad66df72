import JSON

/// Plays the controllers of a cluster: answers every change with what they would do about it.
func runControllers(of cluster: Cluster, readyAfter: Duration) async {
  guard let changes = try? cluster.changes(isClient: false) else { return }
  await withDiscardingTaskGroup { group in
    for await change in changes {
      cluster.react(to: change)
      if change.asksForCollection {
        // Not at once: clients see the object with its finalizer meanwhile, as on a real cluster.
        group.addTask {
          try? await Task.sleep(for: collectionDelay)
          cluster.collect(change)
        }
      }
      guard change.becomesReadyLater else { continue }
      group.addTask {
        if readyAfter > .zero { try? await Task.sleep(for: readyAfter) }
        cluster.makeReady(change)
      }
    }
  }
}

/// How long the garbage collector takes to come by, as the real one does.
private let collectionDelay = Duration.milliseconds(300)

extension Change {
  /// Whether an object waits for the garbage collector before it goes.
  fileprivate var asksForCollection: Bool {
    verb != .deleted && object.isTerminating && object.waitsForCollector
      && previous?.isTerminating != true
  }

  /// Whether somebody would have to start containers for it.
  var becomesReadyLater: Bool {
    guard verb != .deleted else { return false }
    let kinds = [
      "Deployment", "StatefulSet", "DaemonSet", "Prometheus", "MonitoringStack", "APIService",
      "PersistentVolumeClaim",
    ]
    return kinds.contains(resource.kind) && previous?["spec"] != object["spec"]
  }
}

extension Cluster {
  /// Each controller looks at what it is for and passes over the rest.
  fileprivate func react(to change: Change) {
    try? write { $0.react(to: change) }
  }

  /// What is owned goes after its last owner.
  fileprivate func collect(_ change: Change) {
    let name = ObjectName(namespace: change.object.namespace, name: change.object.name)
    try? write { $0.collect(change.resource, name) }
  }

  /// After the delay that was asked for.
  fileprivate func makeReady(_ change: Change) {
    let name = ObjectName(namespace: change.object.namespace, name: change.object.name)
    try? write { $0.makeReady(change.resource, name) }
  }
}

extension ClusterState {
  /// What controllers do at once about a change.
  ///
  /// Their own writes are changes too and come by here again, so each reaction has to end.
  mutating func react(to change: Change) {
    if change.verb == .deleted {
      afterDeletion(of: change)
    } else {
      afterWrite(of: change)
    }
  }

  /// What the deletion of an object brings with it.
  private mutating func afterDeletion(of change: Change) {
    collectGarbage(of: change.object)
    finishOwners(of: change.object)
    switch change.resource.qualifiedKind {
    case "ServiceAccount": revokeTokens(of: change.object)
    case "Deployment.apps", "StatefulSet.apps": releaseClaims(in: change.object.namespace)
    case "CustomResourceDefinition.apiextensions.k8s.io": withdrawResource(change.object)
    default: break
    }
    if change.resource.isNamespaced { finishNamespace(change.object.namespace) }
    reconsiderPrometheuses()
  }

  /// What a new form of an object brings with it.
  private mutating func afterWrite(of change: Change) {
    let object = change.object
    switch change.resource.qualifiedKind {
    case "Namespace":
      if object.isTerminating { emptyNamespace(object) } else { furnishNamespace(object) }
    case "Secret": fillTokenSecret(object)
    case "ConfigMap": injectServiceCA(object)
    case "Service":
      issueServingCertificate(object)
      balanceService(object)
    case "Ingress.networking.k8s.io": balanceIngress(object)
    case "PersistentVolumeClaim":
      bindClaim(object)
      beginGrowth(of: object)
      releaseClaim(object)
    case "Deployment.apps": bindClaims(of: object)
    case "StatefulSet.apps":
      makeClaims(of: object)
      bindClaims(of: object)
    case "Route.route.openshift.io": admitRoute(object)
    case "CustomResourceDefinition.apiextensions.k8s.io": establish(object)
    case "Subscription.operators.coreos.com": planInstall(object)
    case "InstallPlan.operators.coreos.com": install(object)
    default: break
    }
    if ["Secret", "ConfigMap"].contains(change.resource.kind) { reconsiderPrometheuses() }
    if mountedKinds.contains(change.resource.kind) { reconsiderWorkloads(in: object.namespace) }
  }
}
