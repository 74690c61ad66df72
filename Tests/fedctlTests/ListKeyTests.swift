import JSON
import Objects
import Testing

@testable import fedctl_sandbox

/// The keys by which patches merge lists are those of the API, whose schema the sandbox has from elsewhere.
@Suite struct ListKeyTests {
  /// The lists within a type that a strategic patch merges by a key, which is empty for a set.
  private func keyedLists(_ schema: Schema, _ path: [String], depth: Int = 0) -> [String: String] {
    var found: [String: String] = [:]
    guard depth < 14 else { return found }
    if case .list(_, _, let key) = schema.type {
      if let key { found[path.joined(separator: ".")] = key }
      found.merge(keyedLists(schema.element, path, depth: depth + 1)) { first, _ in first }
    }
    for field in schema.fields where field.name != "status" && field.name != "managedFields" {
      found.merge(keyedLists(field.schema, path + [field.name], depth: depth + 1)) { first, _ in
        first
      }
    }
    return found
  }

  private static let builtIn = ResourceKind.all(.patchable).filter {
    $0.group.isEmpty || !$0.group.contains(".") || $0.group.hasSuffix(".k8s.io")
  }

  @Test(arguments: builtIn)
  func `a built-in kind's lists are merged as the API merges them`(_ kind: ResourceKind) {
    let schema = Schemas.known.kind(kind.kind, version: kind.apiVersion)
    let expected = keyedLists(schema, []).filter { !$0.key.contains("openAPIV3Schema") }
    let own = ListKeys.all(of: kind.kind).mapValues { $0.names.joined() }
    #expect(own == expected, "\(kind.kind)")
  }

  /// The lists within a type that the API server merges by keys when it applies.
  private func listMaps(_ schema: Schema, _ path: [String], depth: Int = 0) -> [String: [String]] {
    var found: [String: [String]] = [:]
    guard depth < 12 else { return found }
    if case .list(_, let merge, _) = schema.type {
      if case .keyed(let keys) = merge { found[path.joined(separator: ".")] = keys.map(\.name) }
      found.merge(listMaps(schema.element, path, depth: depth + 1)) { first, _ in first }
    }
    for field in schema.fields where field.name != "status" && field.name != "managedFields" {
      found.merge(listMaps(field.schema, path + [field.name], depth: depth + 1)) { first, _ in first
      }
    }
    return found
  }

  private static let custom = ResourceKind.all(.patchable).filter { !builtIn.contains($0) }

  /// Claims that nobody makes in a Prometheus, and how Docker and EC2 are filtered, which the fleet never asks.
  private static let passedOver = [".claims", ".filters", "volumeClaimTemplate"]

  @Test(arguments: custom)
  func `a defined kind's keyed lists are merged by the first of their keys`(_ kind: ResourceKind) {
    let schema = Schemas.known.kind(kind.kind, version: kind.apiVersion)
    let own = ListKeys.all(of: kind.kind)
    for (path, keys) in listMaps(schema, [])
    where !Self.passedOver.contains(where: { path.contains($0) }) {
      #expect(own[path]?.names.first == keys.first, "\(kind.kind) \(path): \(keys)")
    }
  }

  @Test func `a patch does to an object what the API does, in whatever order`() {
    let kind = ResourceKind.deployment
    let schema = Schemas.known.kind(kind.kind, version: kind.apiVersion)
    let live: JSON = [
      "spec": [
        "template": [
          "spec": [
            "containers": [
              ["name": "a", "env": [["name": "X", "value": "1"]], "args": ["1", "2"]],
              ["name": "b"],
            ],
            "volumes": [["name": "v", "emptyDir": [:]]],
            "tolerations": [["key": "k"]],
          ]
        ]
      ]
    ]
    let patches: [JSON] = [
      ["containers": [["name": "a", "env": [["name": "Y", "value": "2"]]]]],
      ["containers": [["name": "c", "image": "c"], ["name": "b", "$patch": "delete"]]],
      ["containers": [["name": "a", "args": ["3"]]], "tolerations": [["key": "l"]]],
      [
        "volumes": [
          ["name": "v", "$retainKeys": ["name", "configMap"], "configMap": ["name": "c"]]
        ]
      ],
      ["containers": [["$patch": "replace"], ["name": "d"]]],
    ]
    for patch in patches {
      let whole: JSON = ["spec": ["template": ["spec": patch]]]
      var merge = PatchMerge(into: kind.kind, mergesLists: true)
      let ours = merge.merged(live, whole)
      #expect(unordered(ours) == unordered(strategicallyPatched(live, whole, schema)), "\(patch)")
    }
  }

  /// Lists of named elements by name.
  private func unordered(_ value: JSON) -> JSON {
    switch value {
    case .object(let members): .object(JSONObject(members.map { ($0.key, unordered($0.value)) }))
    case .array(let items):
      .array(
        items.map(unordered).sorted {
          ($0["name"]?.stringValue ?? "") < ($1["name"]?.stringValue ?? "")
        }
      )
    default: value
    }
  }
}
