import JSON
import Objects

extension Removal {
  /// Leaves an operator of the fleet's that works for the whole cluster where others have objects for it.
  ///
  /// With its Subscription OLM's operator would go, and nobody would look after theirs any more. So with it stay what
  /// it needs: its group, its namespace and all of its definitions.
  func keepUsedOperators(
    in changes: inout [Change],
    _ brought: [ObjectReference: BroughtDefinition],
    _ live: LiveState,
  ) {
    let subscriptions = changes.filter {
      $0.action == .delete && $0.reference.kind == .subscription
        && live.worksEverywhere($0.reference)
    }
    for subscription in subscriptions.map(\.reference) {
      let own = brought.filter { $0.value.subscription == subscription }.keys
      let users = own.sorted().flatMap { holdings[$0]?.foreign ?? [] }
      guard !users.isEmpty else { continue }
      for index in changes.indices
      where changes[index].action == .delete
        && (own.contains(changes[index].reference)
          || changes[index].reference.holdsUp(subscription))
      {
        changes[index] = Change(
          .none,
          changes[index].reference,
          live: changes[index].live,
          notes: [.stays(.serves(users))],
        )
      }
    }
  }
}

extension LiveState {
  /// Whether OLM has an operator look after all namespaces: its group names none.
  fileprivate func worksEverywhere(_ subscription: ObjectReference) -> Bool {
    let groups = (snapshot(of: subscription.cluster)?.objects ?? [:]).filter {
      $0.key.kind == .operatorGroup && $0.key.namespace == subscription.namespace
    }
    return !groups.isEmpty
      && groups.values.allSatisfy {
        ($0["spec"]?["targetNamespaces"]?.arrayValue ?? []).isEmpty
          && $0["spec"]?["selector"] == nil
      }
  }
}

extension ObjectReference {
  /// Whether it is a Subscription, or what that stands on.
  fileprivate func holdsUp(_ subscription: ObjectReference) -> Bool {
    guard cluster == subscription.cluster else { return false }
    return self == subscription || kind == .namespace && name == subscription.namespace
      || kind == .operatorGroup && namespace == subscription.namespace
  }
}
