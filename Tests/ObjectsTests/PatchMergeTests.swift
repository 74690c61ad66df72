import JSON
import Objects
import Testing

@Suite struct PatchMergeTests {
  private static let deployment: JSON = [
    "metadata": ["finalizers": ["a", "b"]],
    "spec": [
      "template": [
        "spec": [
          "containers": [
            [
              "name": "web", "image": "web:1", "args": ["--a", "--b"],
              "env": [["name": "A", "value": "1"]],
              "ports": [["containerPort": 80], ["containerPort": 81]],
            ],
            ["name": "proxy", "image": "proxy:1"],
          ],
          "tolerations": [["key": "infra"], ["key": "edge"]],
          "volumes": [["name": "data", "emptyDir": [:]]],
        ]
      ]
    ],
  ]

  private static let pod = FieldPath(keys: "spec", "template", "spec")

  /// A patch of the pod's specification.
  private static func podPatch(_ patch: JSON) -> JSON { ["spec": ["template": ["spec": patch]]] }

  /// What becomes of the Deployment, and what is found on the way.
  private func merge(_ patch: JSON, lists: Bool = true) -> (JSON, [MergeFinding]) {
    var merge = PatchMerge(into: "Deployment", mergesLists: lists)
    let result = merge.merged(Self.deployment, patch)
    return (result, merge.findings)
  }

  @Test func `one variable more takes nothing else away`() {
    let variable: JSON = ["name": "B", "value": "2"]
    let (result, findings) = merge(
      Self.podPatch(["containers": [["name": "web", "env": [variable]]]])
    )
    let env = Self.pod / "containers" / .element(key: "name", value: "web") / "env"
    let expected = Self.deployment.setting(env, to: [["name": "A", "value": "1"], variable])
    #expect(result == expected)
    #expect(findings == [])
  }

  @Test func `elements keep their places, and new ones come last`() {
    let (result, _) = merge(
      Self.podPatch(["containers": [["name": "new"], ["name": "proxy", "image": "proxy:2"]]])
    )
    let containers = result[Self.pod / "containers"]?.arrayValue ?? []
    #expect(containers.map { $0["name"] } == ["web", "proxy", "new"])
    #expect(containers.map { $0["image"] } == ["web:1", "proxy:2", nil])
  }

  @Test func `directives delete, replace and retain`() {
    let (result, findings) = merge(
      [
        "metadata": ["$deleteFromPrimitiveList/finalizers": ["a"], "finalizers": ["c"]],
        "spec": [
          "template": [
            "spec": [
              "containers": [
                ["name": "proxy", "$patch": "delete"],
                ["name": "web", "ports": [["$patch": "replace"], ["containerPort": 82]]],
              ],
              "volumes": [["name": "data", "$retainKeys": ["name", "secret"], "secret": [:]]],
            ]
          ]
        ],
      ]
    )
    #expect(findings == [])
    #expect(result["metadata"]?["finalizers"] == ["b", "c"])
    #expect(result[Self.pod / "containers"]?.arrayValue?.count == 1)
    #expect(result[Self.pod / "containers" / .index(0) / "ports"] == [["containerPort": 82]])
    #expect(result[Self.pod / "volumes"] == [["name": "data", "secret": [:]]])
  }

  @Test func `a list without keys is replaced, and what is lost is told`() {
    let list = Self.pod / "tolerations"
    let (result, findings) = merge(
      Self.podPatch(["tolerations": [["key": "infra", "value": "x"]]])
    )
    #expect(result[list] == [["key": "infra", "value": "x"]])
    #expect(findings == [.lost(list, count: 1)])
  }

  @Test func `a merge patch replaces lists that have keys, and says what it loses`() {
    let list = Self.pod / "containers"
    let patch = Self.podPatch(["containers": [["name": "web", "env": []]]])
    let (result, findings) = merge(patch, lists: false)
    #expect(result[list] == [["name": "web", "env": []]])
    #expect(findings == [.lost(list, count: 2)])
  }

  @Test func `an element without its key is the only one, or nobody knows which`() {
    let ports = Self.podPatch(["containers": [["name": "web", "ports": [["name": "http"]]]]])
    let web = Self.pod / "containers" / .element(key: "name", value: "web")
    #expect(merge(ports).1 == [.withoutKey(web / "ports", keys: ["containerPort"])])
    let volumes = Self.podPatch(["volumes": [["emptyDir": ["medium": "Memory"]]]])
    #expect(
      merge(volumes).0[Self.pod / "volumes"] == [
        ["name": "data", "emptyDir": ["medium": "Memory"]]
      ]
    )
  }

  @Test func `of several elements with one key none is chosen`() {
    let rule: JSON = [
      "spec": ["groups": [["name": "g", "rules": [["alert": "A"], ["alert": "A"]]]]]
    ]
    var merge = PatchMerge(into: "PrometheusRule", mergesLists: true)
    let patch: JSON = [
      "spec": ["groups": [["name": "g", "rules": [["alert": "A", "for": "1h"]]]]]
    ]
    _ = merge.merged(rule, patch)
    let group = FieldPath(keys: "spec", "groups") / .element(key: "name", value: "g")
    #expect(merge.findings == [.ambiguous(group / "rules", key: "alert", value: "A")])
  }

  @Test(
    arguments: [
      (["$patch": "remove"], FieldPath(), "$patch"),
      (["$setElementOrder/x": []], FieldPath(), "$setElementOrder/x"),
      (
        podPatch(["tolerations": [["$patch": "delete", "key": "infra"]]]), pod / "tolerations",
        "$patch",
      ),
    ] as [(JSON, FieldPath, String)]
  )
  func `a directive that means nothing is told`(_ patch: JSON, _ path: FieldPath, _ name: String) {
    #expect(merge(patch).1.first == .unknownDirective(path, name))
  }
}
