import Graph
package import JSON
package import Objects

/// What planning is about: the fleet as rendered, and who is in it.
package struct PlanInput: Sendable {
  /// The fleet's name.
  package var fleet: String
  /// The cluster whose inventory records all others.
  package var hub: String
  /// In the order in which the plan names them; leaving clusters last.
  package var clusters: [PlannedCluster]
  /// Everything that is desired, of all clusters.
  package var manifests: [Manifest]
  /// What was allowed beforehand.
  package var settings: PlanSettings
  /// The former names of clusters that the fleet file now calls otherwise, by their new names.
  package var formerNames: [String: String] = [:]
  /// What there is in the fleet's namespaces that nothing asks for any more, and of the kinds that it has
  /// defined on clusters that leave.
  package var holdings: [ObjectReference: Holding] = [:]
  /// Definitions that OLM has made for the fleet's Subscriptions on clusters that leave.
  package var brought: [ObjectReference: BroughtDefinition] = [:]

  package init(
    fleet: String,
    hub: String,
    clusters: [PlannedCluster],
    manifests: [Manifest],
    settings: PlanSettings = PlanSettings(),
  ) {
    self.fleet = fleet
    self.hub = hub
    self.clusters = clusters
    self.manifests = manifests
    self.settings = settings
  }
}

/// Decides, from what is desired and what is live, what has to be done and in which order.
///
/// `answers` holds what servers said to the questions of `LiveState.question(about:)`.
package func planChanges(
  _ input: PlanInput,
  live: LiveState,
  answers: [ObjectReference: ServerAnswer],
) throws(DependencyCycle) -> ChangePlan {
  let desired = input.manifests
    .filter { live.snapshot(of: $0.reference.cluster) != nil }
    .map(live.desired)
  return try planChanges(input, desired: desired, live: live, answers: answers)
}

/// The same for whoever has asked already what is desired of the manifests whose clusters answer, in their order.
package func planChanges(
  _ input: PlanInput,
  desired: [DesiredObject],
  live: LiveState,
  answers: [ObjectReference: ServerAnswer],
) throws(DependencyCycle) -> ChangePlan {
  var changes = desired.map {
    var change = live.change(
      of: $0,
      answer: answers[$0.reference],
      fleet: input.fleet,
      settings: input.settings,
    )
    change.lacks = (live.supplies[$0.reference] ?? []).compactMap(\.lack)
    return change
  }
  refuseForeignNamespaces(in: &changes, live)
  refuseUnknownKinds(in: &changes, live)
  let asked = Set(desired.map(\.reference))
  changes += departures(live, desired: asked, fleet: input.fleet)
  tellSuccessors(in: &changes)
  changes += input.leftBehind(live, desired: asked) + input.leftovers(live, desired: desired)
  input.removal.keepUsedOperators(in: &changes, input.brought, live)
  let graph = dependencies(of: changes, hub: input.hub, formerNames: input.formerNames)
  return try ChangePlan(
    fleet: input.fleet,
    clusters: input.clusters,
    ordering: changes,
    by: graph,
  )
}

extension PlanInput {
  /// What runbooks have left: only told, unless somebody wants it removed.
  fileprivate func leftovers(_ live: LiveState, desired: [DesiredObject]) -> [Change] {
    let desired = Dictionary(grouping: desired, by: \.reference.cluster)
    return live.clusters.keys.sorted().flatMap { cluster -> [Change] in
      guard let snapshot = live.snapshot(of: cluster), !snapshot.neighbours.isEmpty else {
        return []
      }
      let ours = desired[cluster] ?? []
      let action: Action = settings.removesLeftovers ? .delete : .none
      return LeftoverSearch(snapshot, desired: ours).found().map {
        Change(action, $0.object, live: $0.live, notes: [.leftover($0.reason)])
      }
    }
  }

  fileprivate var removal: Removal { Removal(fleet: fleet, holdings: holdings, volumes: .kept) }

  /// The fleet's namespaces that nothing asks for any more, as those of a fleet that has moved to another,
  /// and the definitions on clusters that leave.
  fileprivate func leftBehind(_ live: LiveState, desired: Set<ObjectReference>) -> [Change] {
    let leaving = Set(clusters.filter(\.isLeaving).map(\.name))
    let namespaces = live.objects(.namespace, of: fleet).filter { !desired.contains($0.0) }
    let definitions = live.objects(.customResourceDefinition, of: fleet)
      .filter { leaving.contains($0.0.cluster) }
    return definitions.map(removal.change(ofDefinition:_:)) + removal.changes(ofBrought: brought)
      + namespaces.map(removal.change(ofNamespace:_:))
  }
}

/// Objects in namespaces that do not exist and that are not the fleet's, as an application's, wait
/// for somebody else.
private func refuseForeignNamespaces(in changes: inout [Change], _ live: LiveState) {
  let ours = Set(changes.map(\.reference).filter { $0.kind == .namespace })
  for index in changes.indices {
    let object = changes[index].reference
    guard let name = object.namespace,
      !ours.contains(ObjectReference(cluster: object.cluster, .namespace, name: name)),
      live.snapshot(of: object.cluster)?.missingNamespaces.contains(name) ?? false
    else { continue }
    changes[index].obstacles.append(.missingNamespace(name))
  }
}

/// Objects of kinds that a cluster does not serve and that nothing in the plan brings it, as those of
/// an operator that should be there already.
private func refuseUnknownKinds(in changes: inout [Change], _ live: LiveState) {
  var brought: [String: Set<ResourceKind>] = [:]
  for change in changes {
    brought[change.reference.cluster, default: []]
      .formUnion(change.desired?.manifest.provides ?? [])
  }
  for index in changes.indices {
    let object = changes[index].reference
    guard live.snapshot(of: object.cluster)?.notServed.contains(object.kind) ?? false,
      !(brought[object.cluster]?.contains(object.kind) ?? false)
    else { continue }
    changes[index].obstacles.append(.missingKind(object.kind))
  }
}

/// The fleet's live objects that nothing asks for any more.
func departures(
  _ live: LiveState,
  desired: Set<ObjectReference>,
  fleet: String,
) -> [Change] {
  live.clusters.keys.sorted().compactMap(live.snapshot).flatMap { snapshot in
    snapshot.objects.keys.sorted().compactMap { reference in
      guard let object = snapshot.objects[reference], !desired.contains(reference),
        LiveState.owner(of: object) == fleet,
        // Operators copy their resource's labels, the fleet's among them; what they made goes with it.
        !object.metadata.isMadeByController,
        !reference.kind.is(.neverPruned)
      else { return nil }
      return withdrawal(of: reference, object)
        ?? Change(
          .delete,
          reference,
          live: object,
          notes: companions(of: reference, object)
            + (object.metadata.isBeingDeleted ? [.isGoing(Linger(of: object))] : []),
        )
    }
  }
}

/// Says of each Secret of an earlier generation which one has taken its place.
private func tellSuccessors(in changes: inout [Change]) {
  let leaving = changes.indices.filter {
    changes[$0].action == .delete && changes[$0].reference.kind == .secret
  }
  guard !leaving.isEmpty else { return }
  let successors = Successors(among: changes.filter { !$0.isDeparture }.map { OrderedObject($0) })
  for index in leaving {
    let successor = successors[OrderedObject(changes[index])]
    changes[index].notes += successor.map { [.succeeded(by: $0)] } ?? []
  }
}

/// What becomes of an object that others write too: it loses the fleet's part, and goes only where nothing
/// else was ever in it.
///
/// nil for an object that is the fleet's as a whole.
private func withdrawal(of reference: ObjectReference, _ object: JSON) -> Change? {
  do throws(Obstacle) {
    guard let data = try SharedText.withdrawn(from: object) else { return nil }
    let isEmpty = data.allSatisfy { $0.value.stringValue?.isEmpty == true }
    let isOursAlone = FieldManager.managers(of: object)
      .allSatisfy { $0.name == WellKnown.fieldManager }
    if isEmpty, isOursAlone { return Change(.delete, reference, live: object) }
    let path = FieldPath(keys: "data")
    let differences = Difference.between(object["data"], and: .object(data), at: path)
    return Change(.release, reference, live: object, differences: differences)
  } catch {
    return Change(.release, reference, live: object, obstacles: [error])
  }
}

/// What a Subscription has installed: deleting it alone would leave the operator running.
private func companions(of reference: ObjectReference, _ object: JSON) -> [Note] {
  object.installedVersion(of: reference).map { [.alsoDeletes($0)] } ?? []
}

extension JSON {
  /// The ClusterServiceVersion that a live Subscription has installed.
  package func installedVersion(of subscription: ObjectReference) -> ObjectReference? {
    guard subscription.kind == .subscription,
      let name = self["status"]?["installedCSV"]?.stringValue
    else { return nil }
    return ObjectReference(
      cluster: subscription.cluster,
      .clusterServiceVersion,
      namespace: subscription.namespace,
      name: name,
    )
  }
}
