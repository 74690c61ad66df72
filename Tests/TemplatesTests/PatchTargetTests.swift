import Facts
import JSON
import Objects
import Templates
import Testing

@testable import Fleet

/// Which objects a patch is for, and what it leaves as it was.
@Suite struct PatchTargetTests {
  private static let mark: JSON = ["metadata": ["annotations": ["example.com/mark": "x"]]]

  /// The objects that a patch marks.
  private func marked(_ target: Patch.Target) throws -> [ObjectReference] {
    let patch = Patch(target: target, change: .strategic(Self.mark))
    return try Example.rendered(with: patch).manifests.filter {
      $0.body["metadata"]?["annotations"]?["example.com/mark"] == "x"
    }.map(\.reference)
  }

  @Test func `several kinds and a pattern of names choose together`() throws {
    let chosen = try marked(
      Patch.Target(kinds: ["Deployment", "StatefulSet"], name: "thanos-*", cluster: "h*b")
    )
    #expect(Set(chosen.map(\.kind.kind)) == ["Deployment", "StatefulSet"])
    #expect(chosen.allSatisfy { $0.name.hasPrefix("thanos-") && $0.cluster == "hub" })
  }

  @Test func `labels choose among all kinds`() throws {
    let labels = [WellKnown.component: "querier"]
    let chosen = try marked(Patch.Target(labels: labels))
    let expected = try render(Example.receive.fleet).manifests.filter {
      $0.body["metadata"]?["labels"]?[WellKnown.component] == "querier"
    }
    #expect(chosen == expected.map(\.reference))
    #expect(Set(chosen.map(\.kind)).count > 2)
  }

  @Test func `a group chooses the clusters that are in it`() throws {
    var fleet = Example.receive.fleet
    fleet.clusters[0].groups = ["far"]
    let target = Patch.Target(kinds: ["Namespace"], group: "far")
    fleet.patches = [Patch(target: target, change: .strategic(Self.mark))]
    let marked = try render(fleet).manifests.filter {
      $0.body["metadata"]?["annotations"]?["example.com/mark"] == "x"
    }
    #expect(Set(marked.map(\.reference.cluster)) == [fleet.clusters[0].name])
  }

  @Test(
    arguments: [
      ("a*c", "abc", true), ("a*c", "ac", true), ("a*c", "acb", false), ("a*a", "a", false),
      ("*", "", true), ("a*b*c", "axxbyyc", true), ("a*b*c", "acb", false), ("abc", "abcd", false),
    ]
  )
  func `a star stands for any letters`(_ pattern: String, _ name: String, _ matches: Bool) {
    #expect(NamePattern(pattern).matches(name) == matches)
  }

  @Test func `a patch that changes nothing is doubtful`() throws {
    let target = Patch.Target(kinds: ["Route"])
    let doubts = try Example.rendered(with: Patch(target: target, change: .strategic([:]))).doubts
    #expect(doubts.map(\.fact) == [.patch(.noEffect(target))])
    #expect(doubts.map(\.severity) == [.warning])
  }

  @Test func `what is lost in many objects alike is told once`() throws {
    let change = Patch.Change.merge(["spec": ["ports": []]])
    let target = Patch.Target(kinds: ["Service"], name: "thanos-*")
    let doubts = try Example.rendered(with: Patch(target: target, change: change)).doubts
    let alike = doubts.compactMap { problem -> Int? in
      guard case .patch(.merging(_, let others, .lost)) = problem.fact else { return nil }
      return others
    }
    #expect(alike.count == doubts.count && !alike.isEmpty)
    #expect(alike.reduce(0) { $0 + $1 + 1 } == (try marked(target).count))
  }
}

/// Where a field that apply fills goes when a patch moves it.
@Suite struct PatchBindingTests {
  private func patched(_ change: Patch.Change) throws -> Manifest {
    let patch = Patch(
      target: Patch.Target(kinds: ["Prometheus"], cluster: "cluster1"),
      change: change,
    )
    let manifests = try Example.rendered(with: patch).manifests
    return try #require(
      manifests.first { $0.reference.kind == .prometheus && $0.reference.cluster == "cluster1" }
    )
  }

  @Test func `a second remote write leaves the first one's address to apply`() throws {
    let second: JSON = ["url": "https://example.com"]
    let manifest = try patched(.strategic(["spec": ["remoteWrite": [second]]]))
    let list = FieldPath(keys: "spec", "remoteWrite")
    #expect(manifest.body[list]?.arrayValue?.count == 2)
    #expect(manifest.body[list / .index(1)] == second)
    #expect(manifest.bindings.map(\.path).contains(list / .index(0) / "url"))
  }

  @Test func `an element before it moves the binding`() throws {
    let pointer = try #require(JSONPointer("/spec/remoteWrite/0"))
    let manifest = try patched(
      .operations([.add(pointer, ["name": "mine", "url": "https://example.com"])])
    )
    let list = FieldPath(keys: "spec", "remoteWrite")
    #expect(manifest.body[list / .index(0) / "name"] == "mine")
    #expect(manifest.body[list / .index(1) / "url"] == nil)
    #expect(manifest.bindings.map(\.path).contains(list / .index(1) / "url"))
  }

  @Test func `one proxy for the only remote write changes nothing else`() throws {
    let before = try patched(.strategic(["metadata": ["annotations": ["a": "b"]]]))
    let after = try patched(
      .strategic(["spec": ["remoteWrite": [["proxyUrl": "http://proxy:3128"]]]])
    )
    let proxy = FieldPath(keys: "spec", "remoteWrite") / .index(0) / "proxyUrl"
    #expect(
      after.body
        == before.body.setting(proxy, to: "http://proxy:3128").setting(
          FieldPath(keys: "metadata"),
          to: after.body["metadata"] ?? [:],
        )
    )
    #expect(after.bindings == before.bindings)
  }

  @Test func `an operation that cannot be done fails with its place`() throws {
    let pointer = try #require(JSONPointer("/spec/nothing/here"))
    let error = #expect(throws: PatchErrors.self) { try patched(.operations([.remove(pointer)])) }
    guard case .patch(.operationFails(_, 0, .nowhere(pointer)))? = error?.problems.first?.fact
    else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
