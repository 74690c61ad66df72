import Fleet
import Foundation
import JSON
import Objects
import Templates
import TestSupport
import Testing
import YAML

@testable import Kubernetes
@testable import Operate

/// The rights that doctor looks for are those that the roles of `examples/rbac` give, whatever the fleet.
@Suite(.waitsForPrograms)
struct NeededRightsTests {
  private static let examples = URL(filePath: #filePath).appending(path: "../../../examples")
    .standardized

  private struct Silence: RunView {
    func show(_ event: RunEvent) {}
  }

  /// The rules of a role, as a review would tell them.
  private func rules(of role: RightsPurpose) throws -> OwnRules {
    let file = Self.examples.appending(path: "rbac/\(role.rawValue).yaml")
    let role = try YAML.document(Array(Data(contentsOf: file)), file: "role")?.json
    return OwnRules(status: ["resourceRules": role?["rules"] ?? []])
  }

  @Test(
    arguments: [
      "receive-openshift", "receive-olm", "receive-at-scale", "receive-kubernetes",
      "collector-openshift", "forty-clusters",
    ],
    RightsPurpose.allCases,
  )
  func `a role is enough for what doctor looks for`(example: String, purpose: RightsPurpose)
    async throws
  {
    let file = Self.examples.appending(path: "\(example)/fleet.yaml").path
    let (fleet, rendering) = try await readFleet(
      SessionRequest(fleetFile: file, environment: ["SOURCE_DATE_EPOCH": "1795737600"]),
      view: Silence(),
    )
    let rules = try rules(of: purpose)
    for cluster in [fleet.hub.name] + fleet.clusters.map(\.name) {
      let needed = NeededRights(
        for: purpose,
        on: cluster,
        of: rendering.manifests,
        namespace: fleet.namespace,
        hub: fleet.hub.name,
      )
      #expect(needed.must.count > 5)
      for right in needed.must.union(needed.may) {
        #expect(rules.allow(right), "\(purpose) on \(cluster): \(right)")
      }
    }
  }

  @Test func `a rule for some names is none for all, and a star is for everything`() {
    let named = OwnRules(status: [
      "resourceRules": [
        [
          "verbs": ["get"], "apiGroups": [""], "resources": ["namespaces"],
          "resourceNames": ["thanos"],
        ]
      ]
    ])
    #expect(named.allow(Right("get", "", "namespaces", names: ["thanos"])))
    #expect(!named.allow(Right("get", "", "namespaces", names: ["thanos", "kube-system"])))
    #expect(!named.allow(Right("get", "", "namespaces")))
    #expect(!named.allow(Right("patch", "", "namespaces", names: ["thanos"])))
    let all = OwnRules(status: [
      "resourceRules": [["verbs": ["*"], "apiGroups": ["*"], "resources": ["*"]]]
    ])
    #expect(all.allow(Right("escalate", "rbac.authorization.k8s.io", "roles", in: "thanos")))
    #expect(all.isComplete)
    #expect(!OwnRules(status: ["incomplete": true]).isComplete)
  }
}
