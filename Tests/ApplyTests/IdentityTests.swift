import JSON
import Objects
import Plan
import Testing

@testable import Apply

/// Never the wrong cluster.
struct IdentityTests {
  private func look(accepting names: Set<String> = []) -> FleetLook {
    FleetLook(
      fleet: "f",
      namespace: "n",
      manifests: [],
      credentials: [:],
      now: 0,
      acceptsIdentityOf: names,
      connect: { .closed(context: $0, .noContext) },
    )
  }

  private func reached(
    _ uid: String,
    _ objects: [ObjectReference: JSON] = [:],
  ) -> LiveCluster {
    .reached(
      ClusterSnapshot(
        identity: ClusterIdentity(context: "c", server: "https://s", uid: uid),
        objects: objects,
      )
    )
  }

  private func isKnown(_ cluster: LiveCluster?) -> Bool {
    if case .reached = cluster { true } else { false }
  }

  private func reason(_ cluster: LiveCluster?) -> UnknownCluster? {
    if case .unknown(let reason) = cluster { reason } else { nil }
  }

  private func inventory(of cluster: String, hub uid: String) -> [ObjectReference: JSON] {
    let reference = ObjectReference(
      cluster: cluster,
      .configMap,
      namespace: "n",
      name: Inventory.name,
    )
    return [reference: ["data": .object([Inventory.hubKey: .string(uid)])]]
  }

  @Test func `a context that leads elsewhere than before is refused, unless that is accepted`() {
    let records = [ClusterRecord(name: "a", context: "c", uid: "old")]
    var clusters = ["a": reached("new"), "hub": reached("h")]
    look().refuseStrangers(among: &clusters, records: records, hub: "hub")
    #expect(
      reason(clusters["a"]) == .anotherCluster("a", context: "c", uid: "new", recorded: "old")
    )
    var accepted = ["a": reached("new"), "hub": reached("h")]
    look(accepting: ["a"]).refuseStrangers(among: &accepted, records: records, hub: "hub")
    #expect(isKnown(accepted["a"]))
  }

  @Test func `a hub that its clusters do not know is refused`() {
    var clusters = ["a": reached("u", inventory(of: "a", hub: "old")), "hub": reached("h")]
    look().refuseStrangers(among: &clusters, records: [], hub: "hub")
    #expect(
      reason(clusters["hub"])
        == .anotherHub("hub", context: "c", uid: "h", recorded: "old", by: "a")
    )
    #expect(isKnown(clusters["a"]))
    clusters = ["a": reached("u", inventory(of: "a", hub: "h")), "hub": reached("h")]
    look().refuseStrangers(among: &clusters, records: [], hub: "hub")
    #expect(isKnown(clusters["hub"]))
  }

  @Test func `of two entries that lead to one cluster the second is refused`() {
    var clusters = ["a": reached("same"), "b": reached("same"), "c": reached("other")]
    look().refuseTwins(among: &clusters)
    #expect(isKnown(clusters["a"]))
    #expect(reason(clusters["b"]) == .twin(of: "a", uid: "same"))
    #expect(isKnown(clusters["c"]))
  }

  @Test func `a cluster under another name is a renamed one, whatever its context is called`() {
    let records = [
      ClusterRecord(name: "b", context: "old", uid: "same"),
      ClusterRecord(name: "c", context: "c", uid: "other"),
      ClusterRecord(name: "d", context: "d", uid: "gone"),
    ]
    for name in ["a", "z"] {
      let clusters = [name: reached("same"), "c": reached("other"), "hub": reached("h")]
      #expect(look().formerNames(of: clusters, in: records) == [name: "b"])
    }
    // A name that the hub has recorded for another cluster is none that it was renamed to.
    let clusters = ["c": reached("same"), "hub": reached("h")]
    #expect(look().formerNames(of: clusters, in: records) == [:])
  }

  @Test func `an inventory's records are read, and what is none is passed over`() {
    let inventory: JSON = [
      "data": [
        "fleet": "f", "cluster.a": #"{"context":"c","uid":"u"}"#,
        "cluster.b": #"{"context":"c","uid":""}"#, "cluster.c": "no JSON",
      ]
    ]
    #expect(
      ClusterRecord.records(in: inventory) == [ClusterRecord(name: "a", context: "c", uid: "u")]
    )
  }
}
