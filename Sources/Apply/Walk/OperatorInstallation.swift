import Facts
import JSON
import Kubernetes
import Objects
import Plan

/// Brings a Subscription to an installed operator: approves the pinned version, and no other.
struct OperatorInstallation: Sendable {
  let step: ApplyStep
  let subscription: ObjectReference
  let pinned: String

  /// Returns when the pinned version works and its kinds are served.
  func finish() async throws(ApplyError) {
    let live = try await step.wait(for: subscription) { $0.proposal }
    if live?["status"]?["installedCSV"]?.stringValue != pinned {
      try await approve(live?["status"]?["installPlanRef"]?["name"]?.stringValue ?? "")
    }
    try await step.wait(for: neighbour(.clusterServiceVersion, pinned)) {
      Readiness.of($0, kind: .clusterServiceVersion)
    }
    try await served()
    step.values.keep(live, at: subscription)
  }

  /// An object beside the Subscription.
  private func neighbour(_ kind: ResourceKind, _ name: String) -> ObjectReference {
    ObjectReference(
      cluster: subscription.cluster,
      kind,
      namespace: subscription.namespace,
      name: name,
    )
  }

  /// Refuses a plan that would install anything but the pinned version.
  private func approve(_ name: String) async throws(ApplyError) {
    let plan = neighbour(.installPlan, name)
    let live = try await step.wait(for: plan) {
      $0 == nil ? .waiting(.notMadeYet) : .ready
    }
    let spec = live?["spec"]
    let offered = (spec?["clusterServiceVersionNames"]?.arrayValue ?? []).compactMap(\.stringValue)
    guard offered == [pinned] else {
      throw .otherOperatorOffered(
        installPlan: plan,
        offered: offered,
        pinned: pinned,
      )
    }
    guard spec?["approved"] != true else { return }
    do throws(KubernetesError) {
      _ = try await step.client.mergePatch(plan, ["spec": ["approved": true]])
    } catch {
      throw .kubernetes(error)
    }
  }

  /// Waits until the API server serves what the operator defines.
  private func served() async throws(ApplyError) {
    for kind in step.change.desired?.manifest.provides ?? [] {
      let definition = ObjectReference(
        cluster: subscription.cluster,
        .customResourceDefinition,
        name: "\(kind.plural).\(kind.group)",
      )
      try await step.wait(for: definition) {
        Readiness.of($0, kind: .customResourceDefinition)
      }
    }
  }
}

extension JSON? {
  /// Whether OLM has proposed an installation for a Subscription, or made it.
  ///
  /// OLM goes on resolving, as when a catalogue has just come up, so that it cannot is no reason to give up; it
  /// is told, and is what is said at the end of the wait.
  fileprivate var proposal: Readiness {
    let status = self?["status"]
    let isThere =
      status?["installedCSV"]?.stringValue ?? status?["installPlanRef"]?["name"]?.stringValue
    guard isThere == nil else { return .ready }
    guard let subscription = self, case .failed(let reason) = Readiness.subscription(subscription)
    else { return .waiting(.noInstallPlan) }
    return .waiting(reason)
  }
}
