import JSON
import Plan
import Testing

/// When a live object is what is wanted, so that nobody has to be asked.
struct MatchingTests {
  private let desired: JSON = [
    "metadata": ["name": "x", "labels": ["a": "1"]],
    "spec": [
      "replicas": 1,
      "containers": [["name": "web", "image": "i:1"], ["name": "proxy", "image": "p:1"]],
      "args": ["--a", "--b"],
      "emptyDir": [:],
    ],
  ]

  private func isMatch(_ live: JSON) -> Bool { matches(desired: desired, live: live) }

  @Test func `what was applied matches`() {
    #expect(isMatch(desired.owned(by: "fedctl")))
  }

  @Test func `a false that the server drops is there, and one that it keeps is not`() {
    let stored: JSON = ["metadata": ["name": "x"], "spec": ["privileged": false]]
    let wanted = stored.merging(["spec": ["hostNetwork": false]])
    let owned = stored.owned(by: "fedctl")
    #expect(matches(desired: wanted, live: owned))
    #expect(!matches(desired: wanted, live: owned.merging(["spec": ["hostNetwork": true]])))
    #expect(!matches(desired: wanted, live: owned.merging(["spec": ["privileged": .null]])))
  }

  @Test func `defaults and others' fields do not count`() {
    let live = desired.merging([
      "metadata": ["labels": ["theirs": "2"]], "spec": ["paused": false], "status": ["x": 1],
    ]).owned(by: "fedctl")
    let defaulted = live.setting(
      FieldPath([.key("spec"), .key("containers"), .index(0), .key("pullPolicy")]),
      to: "Always",
    )
    // The set of our fields must not have grown with them.
    let ours = desired.owned(by: "fedctl")["metadata"]?["managedFields"] ?? []
    #expect(
      isMatch(defaulted.setting(FieldPath(keys: "metadata", "managedFields"), to: ours))
    )
  }

  @Test(
    arguments: [
      ["spec": ["replicas": 2]], ["metadata": ["labels": ["a": "2"]]],
      ["spec": ["args": ["--a"]]], ["spec": ["args": ["--b", "--a"]]],
      ["spec": ["replicas": "1"]],
    ] as [JSON]
  )
  func `a field with another value does not match`(_ change: JSON) {
    #expect(!isMatch(desired.owned(by: "fedctl").merging(change)))
  }

  @Test func `a list of named items is compared by name and not by place`() {
    let turned: JSON = [
      ["name": "proxy", "image": "p:1"], ["name": "sidecar"], ["name": "web", "image": "i:1"],
    ]
    let live = desired.owned(by: "fedctl")
    #expect(isMatch(live.setting(FieldPath(keys: "spec", "containers"), to: turned)))
  }

  @Test func `a field that we own and no longer want does not match`() {
    let before = desired.merging(["spec": ["extra": true]]).owned(by: "fedctl")
    #expect(!isMatch(before))
  }

  @Test func `an object that we have never applied does not match`() {
    #expect(!isMatch(desired))
    #expect(!isMatch(desired.owned(by: "kubectl-create", "Update")))
  }

  @Test func `an empty map says the same as none`() {
    let live = desired.owned(by: "fedctl").merging(["spec": ["emptyDir": .null]])
    #expect(isMatch(live))
  }
}

struct DifferenceTests {
  private func differences(_ before: JSON, _ after: JSON) -> [String] {
    Difference.between(before, and: after).map { difference in
      "\(difference.path): \(difference.before?.text() ?? "-") -> \(difference.after?.text() ?? "-")"
    }
  }

  @Test func `fields are told leaf by leaf, in the order of the object`() {
    let before: JSON = ["spec": ["a": 1, "b": ["c": 2], "gone": ["x": 1]]]
    let after: JSON = ["spec": ["a": 1, "b": ["c": 3], "new": ["y": [:]]]]
    #expect(
      differences(before, after) == [
        "spec.b.c: 2 -> 3", "spec.gone.x: 1 -> -", "spec.new.y: - -> {}",
      ]
    )
  }

  @Test func `items are told apart by their names`() {
    let before: JSON = ["c": [["name": "a", "v": 1], ["name": "b", "v": 1]]]
    let after: JSON = ["c": [["name": "b", "v": 2], ["name": "d", "v": 1]]]
    #expect(
      differences(before, after) == [
        "c[name=a].name: \"a\" -> -", "c[name=a].v: 1 -> -", "c[name=b].v: 1 -> 2",
        "c[name=d].name: - -> \"d\"", "c[name=d].v: - -> 1",
      ]
    )
  }

  @Test func `a longer list is told by what has come and not by every place`() {
    #expect(
      differences(["args": ["a", "b"]], ["args": ["x", "a", "b"]]) == ["args[0]: - -> \"x\""]
    )
  }

  @Test func `what only servers write is no difference`() {
    let before: JSON = ["metadata": ["resourceVersion": "1", "generation": 1], "status": ["a": 1]]
    let after: JSON = ["metadata": ["resourceVersion": "2", "generation": 2, "uid": "u"]]
    #expect(differences(before, after) == [])
  }
}
