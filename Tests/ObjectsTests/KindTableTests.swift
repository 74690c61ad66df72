import Foundation
import Objects
import Testing

struct KindTableTests {
  /// The plural names in the constants of `ResourceKind`, read from its source.
  private func constants() throws -> [String] {
    let source = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Objects/Kinds/ResourceKind.swift")
    let text = try String(contentsOf: source, encoding: .utf8)
    return text.split(separator: "package static let ").dropFirst().compactMap { constant in
      let literals =
        constant
        .split(separator: "\"", omittingEmptySubsequences: false)
      // Group, version, kind, plural: every second piece stands between quotes.
      // The group of several kinds stands apart.
      let plural = constant.contains("Group,") ? 5 : 7
      return literals.count > plural ? String(literals[plural]) : nil
    }
  }

  @Test func `every kind that fedctl knows has its row, and only one`() throws {
    let rows = KindPolicy.all.map(\.kind)
    #expect(rows.map(\.plural).sorted() == (try constants()).sorted())
    #expect(Set(rows.map(\.groupKind)).count == rows.count)
  }

  @Test func `what a fleet owns can be patched`() {
    for kind in ResourceKind.all(.owned) { #expect(kind.is(.patchable), "\(kind.kind)") }
  }

  @Test func `patches may name each kind by its short name, and twins of two operators together`() {
    let kinds = ResourceKind.all(.patchable)
    let twins = kinds.filter { $0.group == ResourceKind.monitoringStack.group }.map(\.kind)
    let others = kinds.filter { $0.group != ResourceKind.monitoringStack.group }.map(\.kind)
    #expect(Set(others).count == others.count)
    #expect(Set(twins).count == twins.count)
  }

  @Test func `what holds data is never pruned`() {
    #expect(
      ResourceKind.all(.neverPruned)
        == [.namespace, .persistentVolumeClaim, .customResourceDefinition]
    )
  }

  @Test func `what works for the whole cluster is left to whoever was there first`() {
    #expect(ResourceKind.all(.firstComeFirstServed) == [.customResourceDefinition, .apiService])
    #expect(ResourceKind.all(.shared) == [.namespace])
  }

  @Test func `workloads are what runs pods`() {
    #expect(
      ResourceKind.all(.workload) == [
        .deployment, .statefulSet, .daemonSet, .prometheus, .monitoringStack,
      ]
    )
  }

  @Test func `a kind that a cluster tells of is the one that is known by its names`() {
    let told = ResourceKind("apps", "v1", "Deployment", "deployments")
    #expect(told == .deployment)
    #expect(Set([told, .deployment]).count == 1)
    let others = [
      ResourceKind("apps", "v1beta1", "Deployment", "deployments"),
      ResourceKind("apps", "v1", "Deployment", "deploys"),
      ResourceKind("apps", "v1", "Deployment", "deployments", isNamespaced: false),
      ResourceKind("extensions", "v1", "Deployment", "deployments"),
    ]
    #expect(Set(others + [told]).count == 5)
  }

  @Test func `a reference has its kind as one word, for a fleet has very many`() {
    #expect(MemoryLayout<ResourceKind>.size == MemoryLayout<Int>.size)
  }

  @Test func `a kind has its policy in every version, and others have none`() {
    let beta = ResourceKind("apps", "v1beta1", "Deployment", "deployments")
    #expect(beta.is(.workload))
    #expect(KindPolicy.of(ResourceKind("example.com", "v1", "Deployment", "deployments")) == nil)
  }

  /// Routes are served by another server than definitions are: the list of groups leaves them out while it is away.
  @Test func `of definitions are the kinds of operators alone`() {
    #expect(
      Set(ResourceKind.all(.defined).map(\.group)) == [
        "cert-manager.io", "external-secrets.io", "grafana.integreatly.org",
        "monitoring.coreos.com", "monitoring.rhobs", "operators.coreos.com",
      ]
    )
    #expect(ResourceKind.all(.defined).allSatisfy { $0.is(.owned) })
  }
}
