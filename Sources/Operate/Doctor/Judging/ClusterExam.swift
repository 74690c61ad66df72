import Apply
import Facts
import JSON
import Kubernetes
import Objects
import Plan
import Templates

/// Judges one cluster by what it has answered; asks nothing.
struct ClusterExam {
  let cluster: String
  /// The name of the hub in the fleet.
  let hub: String
  let fleet: String
  /// Seconds since 1970.
  let now: Int
  let live: LiveState
  let snapshot: ClusterSnapshot
  /// What the fleet wants there.
  let wanted: [Manifest]
  let answers: ClusterAnswers
  let purpose: RightsPurpose
}

// MARK: Reach and rights

extension ClusterExam {
  var reach: [Finding] { [.reach(.answers(version: answers.version, .init(answers.pace)))] }

  /// A cluster that is not the recorded one is unknown, and never comes here.
  var identity: [Finding] {
    [.reach(live.recordedIdentities[cluster] == nil ? .unrecorded : .remembered)]
  }

  var rights: [Finding] {
    switch answers.missing {
    case .failure(let error): return [.rights(.untold(error))]
    case .success(let missing):
      let context = snapshot.identity.context
      var findings: [RightsFinding] = []
      if !missing.must.isEmpty { findings.append(.lacks(missing.must, purpose, context: context)) }
      if !missing.may.isEmpty {
        findings.append(.lacksHelp(missing.may, purpose, context: context))
      }
      return (findings.isEmpty ? [.enough(purpose)] : findings).map(Finding.rights)
    }
  }
}

// MARK: What the fleet builds on

extension ClusterExam {
  var kinds: [Finding] {
    let brought = Set(wanted.flatMap(\.provides))
    let needed = Set(wanted.map(\.reference.kind))
    let missing = needed.subtracting(brought).filter(snapshot.notServed.contains)
    let groups = Dictionary(grouping: missing, by: \.group).sorted { $0.key < $1.key }
    let kinds = groups.map { group, kinds in
      SupplyFinding.lacksKinds(
        kinds.sorted { $0.groupKind < $1.groupKind },
        served: answers.versions[group] ?? [],
      )
    }
    let gaps = wanted.compactMap { manifest in
      live.catalogueGap(for: manifest).map {
        SupplyFinding.lacksInCatalogue($0, of: manifest.reference)
      }
    }
    let found = kinds + gaps
    return (found.isEmpty ? [.servesKinds(needed.count)] : found).map(Finding.supply)
  }

  /// Nothing where nothing asks for volumes.
  var storage: [Finding] {
    let workloads = wanted.filter(\.asksForVolumes)
    guard !workloads.isEmpty else { return [] }
    guard snapshot.storageClasses != nil else { return [.supply(.untold(.storageClass))] }
    let missing = workloads.flatMap { workload in
      live.missingClasses(for: workload).compactMap { note -> (String?, ObjectReference)? in
        guard case .lacksStorageClass(let name) = note else { return nil }
        return (name, workload.reference)
      }
    }
    return byClass(missing, SupplyFinding.lacksStorageClass, else: .hasStorage)
  }

  /// Nothing where there are no Ingresses.
  var ingress: [Finding] {
    let ingresses = wanted.filter { $0.reference.kind == .ingress }
    guard !ingresses.isEmpty else { return [] }
    guard let classes = answers.ingressClasses else { return [.supply(.untold(.ingressClass))] }
    let names = Set(classes.compactMap(\.metadata.name))
    let hasDefault = classes.contains {
      $0.metadata.annotation("ingressclass.kubernetes.io/is-default-class") == "true"
    }
    let missing = ingresses.compactMap { ingress -> (String?, ObjectReference)? in
      let name = ingress.body["spec"]?["ingressClassName"]?.stringValue
      let isThere = name.map(names.contains) ?? hasDefault
      return isThere ? nil : (name, ingress.reference)
    }
    return byClass(missing, SupplyFinding.lacksIngressClass, else: .hasIngressClasses)
  }

  private func byClass(
    _ missing: [(name: String?, object: ObjectReference)],
    _ finding: (String?, [ObjectReference]) -> SupplyFinding,
    else well: SupplyFinding,
  ) -> [Finding] {
    let groups = Dictionary(grouping: missing, by: \.name)
    let found = groups.sorted { ($0.key ?? "") < ($1.key ?? "") }.map { name, objects in
      finding(name, objects.map(\.object).sorted())
    }
    return (found.isEmpty ? [well] : found).map(Finding.supply)
  }
}

// MARK: Objects

extension ClusterExam {
  var objects: [Finding] {
    let references = wanted.map(\.reference)
    let there = references.filter { snapshot.objects[$0] != nil }
    // A namespace may have been there before the fleet.
    guard there.contains(where: { $0.kind != .namespace && isOurs($0) }) else {
      return [.work(.notApplied)]
    }
    let absent = wanted.filter { !isOfNewcomer($0) }.map(\.reference)
      .filter { snapshot.objects[$0] == nil && live.unreadable($0) == nil }
    let unready = there.compactMap { object -> WorkFinding? in
      guard let reason = Readiness.of(snapshot.objects[object], kind: object.kind).reason else {
        return nil
      }
      return .notReady(object, reason, answers.causes[object])
    }
    var found = Array(unready.prefix(ClusterInquiry.causesAsked))
    if unready.count > found.count { found.append(.moreNotReady(unready.count - found.count)) }
    if !absent.isEmpty { found.append(.absent(absent.sorted())) }
    return (found.isEmpty ? [.allReady(references.count)] : found).map(Finding.work)
  }

  /// Whether it is for a cluster to which nothing was applied yet, as one that was just written into the file.
  private func isOfNewcomer(_ manifest: Manifest) -> Bool {
    guard let owner = manifest.body.metadata.label(WellKnown.managedCluster) else { return false }
    // The hub's own cluster, whose objects are here, is recorded with the hub: it has come with the first of them.
    if wanted.contains(where: { $0.owner == owner }) {
      return !snapshot.objects.values.contains {
        $0.metadata.label(WellKnown.managedCluster) == owner
      }
    }
    return live.recordedIdentities[owner] == nil
  }

  private func isOurs(_ object: ObjectReference) -> Bool {
    snapshot.objects[object]?.metadata.label(WellKnown.fleetLabel) == fleet
  }

  /// What policies of the fleet's namespace let out, on clusters that send to the hub.
  ///
  /// The fleet's own limit nothing that goes out.
  var egress: [Finding] {
    guard cluster != hub, wanted.contains(where: isSender) else { return [] }
    let limiting = answers.policies.filter { _, policy in
      policy["spec"]?["policyTypes"]?.arrayValue?.contains("Egress") == true
    }
    let found = limiting.sorted { $0.key < $1.key }.map { policy, live -> WorkFinding in
      (live["spec"]?["egress"]?.arrayValue ?? []).isEmpty
        ? .egressClosed(policy) : .egressLimited(policy)
    }
    return (found.isEmpty ? [.egressUntold] : found).map(Finding.work)
  }

  /// Whether something of the hub's is handed over to it: a host or a token to send with.
  private func isSender(_ manifest: Manifest) -> Bool {
    manifest.bindings.flatMap(\.values).flatMap(\.handOffs).contains { $0.producer.cluster == hub }
  }
}
