import Objects

/// What makes a kind known comes before objects of that kind, and an operator after its group.
func definitionFirst(_ object: OrderedObject, _ index: ObjectIndex) -> [ObjectReference] {
  let cluster = object.reference.cluster
  if object.reference.kind == .subscription {
    return index.objects(.operatorGroup, on: cluster)
      .filter { $0.reference.namespace == object.reference.namespace }
      .map(\.reference)
  }
  if object.isBroughtByOperator {
    // Removed before the Subscription: that alone tells a later run whose it was.
    return index.objects(.subscription, on: cluster).map(\.reference)
  }
  if object.reference.kind == .deployment {
    return object.provides.flatMap { index.definitions(of: $0, on: cluster) }.map(\.reference)
  }
  let operated = [ResourceKind.prometheus.group, ResourceKind.monitoringStack.group]
  guard operated.contains(object.reference.kind.group) else { return [] }
  return index.providers(of: object.reference.kind, on: cluster).map(\.reference)
}

extension OrderedObject {
  /// A definition without the fleet's label came with an operator of the fleet.
  fileprivate var isBroughtByOperator: Bool {
    reference.kind == .customResourceDefinition && label(WellKnown.fleetLabel) == nil
  }
}
