import Apply
import JSON
import Objects
import Operate
import Plan
import Testing

@testable import fedctl

/// What is told of many clusters by `fedctl status`.
struct StatusTextTests {
  /// The text of a hub and some clusters with two ConfigMaps each, of which some lack the second.
  private func text(_ count: Int, lacking: Set<String> = [], silent: Set<String> = []) -> String {
    let names = ["hub"] + (1...count).map { "c-\($0)" }
    var wanted: [ObjectReference] = []
    var live = LiveState()
    for name in names {
      let objects = ["a", "b"].map {
        ObjectReference(cluster: name, .configMap, namespace: "n", name: $0)
      }
      wanted += objects
      let identity = ClusterIdentity(context: name, server: "https://\(name)", uid: name)
      let there = objects.filter { $0.name == "a" || !lacking.contains(name) }
      let found: [ObjectReference: JSON] = Dictionary(there.map { ($0, [:]) }) { $1 }
      live.clusters[name] =
        silent.contains(name)
        ? .unknown(.maintenance) : .reached(ClusterSnapshot(identity: identity, objects: found))
    }
    let report = StatusReport(fleet: "f", order: names, status: FleetStatus(wanted, in: live))
    return StatusText(report, style: TextStyle(isColoured: false)).text
  }

  @Test func `many that are alike are one line, and one with something amiss has its own`() {
    let lines = text(9, lacking: ["c-4"], silent: ["c-7", "c-8"]).split(separator: "\n")
    #expect(lines.count == 5)
    #expect(
      lines[1]
        == "  7 clusters (hub, c-1 … c-3, c-5, c-6, c-9), each  2 of 2 objects ready",
      "\(lines)",
    )
    #expect(lines[2] == "  c-4  1 of 2 objects ready")
    #expect(lines[3].hasPrefix("      ConfigMap n/b: "))
    #expect(lines[4].hasPrefix("  2 clusters (c-7, c-8), each  MAINTENANCE"))
  }

  @Test func `few are told one by one`() {
    #expect(
      text(2).split(separator: "\n").dropFirst() == [
        "  hub  2 of 2 objects ready", "  c-1  2 of 2 objects ready", "  c-2  2 of 2 objects ready",
      ]
    )
  }
}
