import JSON
import Objects

/// Finds what a runbook has made in the fleet's namespaces and nobody uses any more, since the fleet has
/// something else in its place.
///
/// Only what a person's hand has made, under no fleet's label, and only in the ways that runbooks lead to;
/// all else in a namespace may be anybody's.
struct LeftoverSearch {
  private let snapshot: ClusterSnapshot
  /// What the fleet asks for on the cluster, by reference.
  private let desired: [ObjectReference: DesiredObject]
  /// What workloads of others in the namespace name.
  private let used: ReferencedNames

  /// A search on one cluster; `desired` are the fleet's objects there.
  init(_ snapshot: ClusterSnapshot, desired: [DesiredObject]) {
    self.snapshot = snapshot
    self.desired = Dictionary(desired.map { ($0.reference, $0) }, uniquingKeysWith: { $1 })
    var used = ReferencedNames()
    for (reference, object) in snapshot.neighbours
    where reference.kind.is(.workload) && self.desired[reference] == nil {
      used.collect(from: object["spec"] ?? [:])
    }
    self.used = used
  }

  /// Each with the reason, in the order of references.
  func found() -> [(object: ObjectReference, live: JSON, reason: LeftoverReason)] {
    let bindings = self.bindings
    let accounts = self.accounts.filter { account in
      let naming = allBindings.filter { $0.value.accounts(in: $0.key).contains(account) }.keys
      return !naming.isEmpty && naming.allSatisfy(bindings.contains)
    }
    let roles = self.roles(of: bindings)
    let reasons: [(Set<ObjectReference>, LeftoverReason)] = [
      (secrets, .becameConfigMap), (bindings, .grantsAgain), (accounts, .unusedAccount),
      (roles, .unusedRole), (monitors, .choosesAgain),
    ]
    return reasons.flatMap { objects, reason in
      objects.sorted().compactMap { object in
        snapshot.neighbours[object].map { (object, $0, reason) }
      }
    }
  }

  // MARK: Kind by kind

  /// Made by hand, and neither asked for by the fleet nor owned by anything.
  private func candidates(_ kinds: ResourceKind...) -> [ObjectReference: JSON] {
    snapshot.neighbours.filter { reference, object in
      kinds.contains(reference.kind) && desired[reference] == nil
        && object.isLeftByHand(reference.kind)
    }
  }

  /// Secrets where the fleet has a ConfigMap of the same name.
  private var secrets: Set<ObjectReference> {
    Set(
      candidates(.secret).keys.filter { secret in
        desired.keys.contains {
          $0.kind == .configMap && $0.namespace == secret.namespace && $0.name == secret.name
        } && !used.secrets.contains(secret.name)
      }
    )
  }

  /// Accounts as which nothing runs; those that each namespace has are nobody's leftovers.
  private var accounts: Set<ObjectReference> {
    let used = used.serviceAccounts.union(["default", "builder", "deployer"])
    return Set(candidates(.serviceAccount).keys.filter { !used.contains($0.name) })
  }

  private var allBindings: [ObjectReference: JSON] {
    snapshot.neighbours.filter { [.roleBinding, .clusterRoleBinding].contains($0.key.kind) }
  }

  /// Bindings of accounts that the fleet has, and gives what they need, or that nothing runs as.
  private var bindings: Set<ObjectReference> {
    let known = accounts.union(desired.keys.filter { $0.kind == .serviceAccount })
    return Set(
      candidates(.roleBinding, .clusterRoleBinding).filter { binding, object in
        let subjects = object["subjects"]?.arrayValue ?? []
        let accounts = object.accounts(in: binding)
        return !subjects.isEmpty && accounts.count == subjects.count
          && accounts.allSatisfy(known.contains)
      }.keys
    )
  }

  /// Roles that only such bindings give to anybody.
  private func roles(of bindings: Set<ObjectReference>) -> Set<ObjectReference> {
    let given = Set(bindings.compactMap { allBindings[$0]?.role(in: $0) })
    let needed = Set(
      allBindings.filter { !bindings.contains($0.key) }.compactMap { $0.value.role(in: $0.key) }
    )
    return given.subtracting(needed)
      .intersection(candidates(.role, .clusterRole).keys)
  }

  /// ServiceMonitors that choose what one of the fleet's chooses, so that all of it is scraped twice.
  private var monitors: Set<ObjectReference> {
    let chosen = desired.values.filter { $0.reference.kind == .serviceMonitor }
      .map { $0.body.choice }
    return Set(candidates(.serviceMonitor).filter { chosen.contains($0.value.choice) }.keys)
  }
}

extension JSON {
  /// Whether a person has made an object that nothing else owns or looks after.
  fileprivate func isLeftByHand(_ kind: ResourceKind) -> Bool {
    metadata.label(WellKnown.fleetLabel) == nil && !metadata.isOwned
      && !metadata.isBeingDeleted && metadata.label("app.kubernetes.io/managed-by") == nil
      && isMadeByHand(kind)
      // What a program applies, as Argo CD does, it would make anew.
      && !writers.contains { $0["operation"] == "Apply" && !$0.isWrittenByHand }
  }

  /// Who has written an object, but for the controllers of the cluster itself: these add to what is there,
  /// as OpenShift's give each account a Secret for its registry, and make none of what runbooks leave.
  private var writers: [JSON] {
    metadata.managedFields.filter {
      let name = $0["manager"]?.stringValue ?? ""
      return !name.hasSuffix("controller-manager") && !name.hasPrefix("openshift.io/")
    }
  }

  /// Of an account that was made with nothing but a name, no maker is recorded.
  private func isMadeByHand(_ kind: ResourceKind) -> Bool {
    kind == .serviceAccount
      ? writers.allSatisfy(\.isWrittenByHand) : writers.contains(where: \.isWrittenByHand)
  }

  /// The ServiceAccounts among a binding's subjects.
  fileprivate func accounts(in binding: ObjectReference) -> [ObjectReference] {
    (self["subjects"]?.arrayValue ?? []).compactMap { subject in
      guard subject["kind"] == "ServiceAccount", let name = subject["name"]?.stringValue else {
        return nil
      }
      return ObjectReference(
        cluster: binding.cluster,
        .serviceAccount,
        namespace: subject["namespace"]?.stringValue ?? binding.namespace,
        name: name,
      )
    }
  }

  /// What a binding gives.
  fileprivate func role(in binding: ObjectReference) -> ObjectReference? {
    guard let role = self["roleRef"], let name = role["name"]?.stringValue else { return nil }
    let isOfCluster = role["kind"] == "ClusterRole"
    return ObjectReference(
      cluster: binding.cluster,
      isOfCluster ? .clusterRole : .role,
      namespace: isOfCluster ? nil : binding.namespace,
      name: name,
    )
  }

  /// Which Services a ServiceMonitor chooses, and where.
  fileprivate var choice: [JSON?] {
    [self["spec"]?["selector"], self["spec"]?["namespaceSelector"]]
  }
}
