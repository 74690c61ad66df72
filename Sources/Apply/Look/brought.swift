import JSON
import Kubernetes
import Objects
import Plan

extension FleetLook {
  /// The definitions that OLM has made for Subscriptions of the fleet on some clusters.
  ///
  /// OLM leaves them behind when an operator goes, and nothing of theirs bears the fleet's label: the installed
  /// version tells which they are. Ones that may not be read are none.
  func broughtDefinitions(
    in findings: Findings,
    on isMeant: (String) -> Bool,
  ) async -> [ObjectReference: BroughtDefinition] {
    let subscriptions = findings.live.clusters.keys.filter(isMeant)
      .compactMap(findings.live.snapshot).flatMap(\.objects)
      .filter {
        $0.key.kind == .subscription && $0.value.metadata.label(WellKnown.fleetLabel) == fleet
      }
    var brought: [ObjectReference: BroughtDefinition] = [:]
    await inTurn(subscriptions, atOnce: findings.clients.maximumParallel) { subscription, live in
      await findings.clients[subscription.cluster]?.definitions(broughtBy: subscription, live)
    } then: {
      brought.merge($0 ?? [:]) { $1 }
    }
    return brought
  }
}

extension KubernetesClient {
  fileprivate func definitions(
    broughtBy subscription: ObjectReference,
    _ live: JSON,
  ) async -> [ObjectReference: BroughtDefinition] {
    guard let version = live.installedVersion(of: subscription),
      let installed = try? await get(version)
    else { return [:] }
    var found: [ObjectReference: BroughtDefinition] = [:]
    for name in installed.definitions("owned") {
      let place = ObjectReference(
        cluster: subscription.cluster,
        .customResourceDefinition,
        name: name,
      )
      guard let definition = try? await get(place), definition.isMade(after: live) else { continue }
      found[place] = BroughtDefinition(definition, with: subscription)
    }
    return found
  }
}

extension JSON {
  /// The names of the definitions that a ClusterServiceVersion has as `owned` or `required`.
  func definitions(_ part: String) -> [String] {
    (self["spec"]?["customresourcedefinitions"]?[part]?.arrayValue ?? [])
      .compactMap { $0["name"]?.stringValue }
  }

  /// Whether a definition is younger than a Subscription, and nobody but programs has written it.
  ///
  /// One that was there before is the platform's, as on OpenShift, or was applied by hand; the server's own
  /// clock has written both times.
  fileprivate func isMade(after subscription: JSON) -> Bool {
    guard let made = metadata.creationTime, let asked = subscription.metadata.creationTime else {
      return false
    }
    // Both are in UTC and of one form, so that their texts are in the order of time.
    return made >= asked && metadata.label(WellKnown.fleetLabel) == nil
      && !metadata.managedFields.contains(where: \.isWrittenByHand)
  }
}
