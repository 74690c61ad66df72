import JSON

/// The documents that tell clients what a cluster serves.
struct Discovery: Sendable {
  /// The first segment of paths, which documents have to name in links.
  let context: String
  /// All that is served at this moment, reviews included.
  let resources: [Resource]

  /// The document at a path with its media type; nil where that is none of discovery.
  func document(at path: [String], accept: String) -> (json: JSON, type: String)? {
    if ["api", "apis"].contains(path.first), path.count == 1, accept.wantsAggregation {
      return (aggregated(path[0]), aggregatedType)
    }
    return document(at: path).map { ($0, "application/json") }
  }

  /// nil for a path that describes nothing.
  private func document(at path: [String]) -> JSON? {
    switch path {
    case ["version"]: version
    case ["api"]: ["kind": "APIVersions", "versions": ["v1"]]
    case ["apis"]: ["kind": "APIGroupList", "apiVersion": "v1", "groups": .array(groups)]
    case ["api", "v1"]: resourceList("", "v1")
    case ["openapi", "v3"]: openAPIIndex
    case _ where path.count == 2 && path[0] == "apis":
      groups.first { $0["name"] == .string(path[1]) }
    case _ where path.count == 3 && path[0] == "apis": resourceList(path[1], path[2])
    case _ where path.starts(with: ["openapi", "v3"]): openAPI(Array(path.dropFirst(2)))
    default: nil
    }
  }

  /// The version of the API server whose answers are recorded.
  private var version: JSON {
    [
      "major": "1", "minor": "36", "gitVersion": "v1.36.0+fedctl-sandbox",
      "platform": "linux/amd64",
    ]
  }

  /// The groups under one root with all versions and kinds, in one document
  /// (`apidiscovery.k8s.io/v2`).
  ///
  /// `api` is the root of the core group, which has no name.
  private func aggregated(_ root: String) -> JSON {
    let groups = root == "api" ? [""] : groupNames
    let items = groups.map { group -> JSON in
      let versions = versions(of: group).map { version -> JSON in
        let served = resources.filter { $0.group == group && $0.version == version }
        return [
          "version": .string(version), "freshness": "Current",
          "resources": .array(served.map(\.aggregated)),
        ]
      }
      let metadata: JSONObject = group.isEmpty ? [:] : ["name": .string(group)]
      return ["metadata": .object(metadata), "versions": .array(versions)]
    }
    return [
      "kind": "APIGroupDiscoveryList", "apiVersion": "apidiscovery.k8s.io/v2", "metadata": [:],
      "items": .array(items),
    ]
  }

  /// The groups in the order in which they came; the core group has no name and is not among them.
  private var groupNames: [String] {
    var names: [String] = []
    for resource in resources where !resource.group.isEmpty && !names.contains(resource.group) {
      names.append(resource.group)
    }
    return names
  }

  private var groups: [JSON] {
    groupNames.map { group in
      let versions = versions(of: group).map { version -> JSON in
        ["groupVersion": .string("\(group)/\(version)"), "version": .string(version)]
      }
      return [
        "kind": "APIGroup", "apiVersion": "v1", "name": .string(group),
        "versions": .array(versions), "preferredVersion": versions.first ?? .null,
      ]
    }
  }

  /// The versions of a group, the preferred one first.
  private func versions(of group: String) -> [String] {
    Set(resources.filter { $0.group == group }.map(\.version))
      .sorted { VersionRank($1) < VersionRank($0) }
  }

  /// The kinds of one version with their subresources; nil where nothing of it is served.
  private func resourceList(_ group: String, _ version: String) -> JSON? {
    let served = resources.filter { $0.group == group && $0.version == version }
    guard !served.isEmpty else { return nil }
    return [
      "kind": "APIResourceList", "apiVersion": "v1",
      "groupVersion": .string(served[0].apiVersion),
      "resources": .array(served.flatMap(\.discovered)),
    ]
  }

  /// Where the documents of the versions are; their hash is always the same, so clients may keep
  /// them.
  private var openAPIIndex: JSON {
    var paths = JSONObject()
    for resource in resources {
      let path = resource.group.isEmpty ? "api/v1" : "apis/\(resource.apiVersion)"
      paths[path] = ["serverRelativeURL": .string("/\(context)/openapi/v3/\(path)?hash=1")]
    }
    return ["paths": .object(paths)]
  }

  /// A document of OpenAPI 2.0 that describes nothing, in the protobuf that kubectl takes alone.
  ///
  /// kubectl asks for it for a `kind: List`, which is no kind of the server's. `swagger` is field 1,
  /// `info` field 2, and `title` and `version` are the first two fields of that.
  static let olderOpenAPI = "\n\u{3}2.0\u{12}\u{13}\n\u{e}fedctl-sandbox\u{12}\u{1}1"

  /// As much of OpenAPI as tells kubectl that the server validates fields itself.
  private func openAPI(_ path: [String]) -> JSON? {
    let prefix = path.joined(separator: "/")
    let served = resources.filter {
      ($0.group.isEmpty ? "api/v1" : "apis/\($0.apiVersion)") == prefix
    }
    guard !served.isEmpty else { return nil }
    var paths = JSONObject()
    for resource in served {
      let home = resource.isNamespaced ? "/namespaces/{namespace}" : ""
      paths["/\(prefix)\(home)/\(resource.plural)/{name}"] = ["patch": resource.patchOperation]
    }
    return [
      "openapi": "3.0.0", "info": ["title": "fedctl-sandbox", "version": "1"],
      "paths": .object(paths), "components": ["schemas": [:]],
    ]
  }
}

private let aggregatedType =
  "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"

extension String {
  /// Whether an `Accept` header asks for discovery in one document.
  fileprivate var wantsAggregation: Bool {
    contains("as=APIGroupDiscoveryList") && contains("v=v2") && contains("g=apidiscovery.k8s.io")
  }
}

extension Resource {
  fileprivate var aggregated: JSON {
    let kind: JSON = ["group": .string(group), "version": .string(version), "kind": .string(kind)]
    let parts = subresources.map { part -> JSON in
      [
        "subresource": .string(part), "responseKind": part == "scale" ? scaleKind : kind,
        "verbs": part == "token" ? ["create"] : ["get", "patch", "update"],
      ]
    }
    var told: JSONObject = [
      "resource": .string(plural), "responseKind": kind,
      "scope": isNamespaced ? "Namespaced" : "Cluster", "singularResource": .string(singular),
      "verbs": .array(verbs.map(JSON.string)),
    ]
    if !shortNames.isEmpty { told["shortNames"] = .array(shortNames.map(JSON.string)) }
    if !categories.isEmpty { told["categories"] = .array(categories.map(JSON.string)) }
    if !parts.isEmpty { told["subresources"] = .array(parts) }
    return .object(told)
  }

  private var scaleKind: JSON { ["group": "autoscaling", "version": "v1", "kind": "Scale"] }

  /// The kind and its subresources as entries of an `APIResourceList`.
  fileprivate var discovered: [JSON] {
    let own: JSON = [
      "name": .string(plural), "singularName": .string(singular),
      "namespaced": .bool(isNamespaced), "kind": .string(kind),
      "verbs": .array(verbs.map(JSON.string)),
      "shortNames": .array(shortNames.map(JSON.string)),
      "categories": .array(categories.map(JSON.string)),
    ]
    return [own]
      + subresources.map { part in
        var told: JSONObject = [
          "name": .string("\(plural)/\(part)"), "singularName": "",
          "namespaced": .bool(isNamespaced), "kind": part == "scale" ? "Scale" : .string(kind),
          "verbs": part == "token" ? ["create"] : ["get", "patch", "update"],
        ]
        if part == "scale" {
          told["group"] = "autoscaling"
          told["version"] = "v1"
        }
        return .object(told)
      }
  }

  /// The parameters of PATCH, by which kubectl knows what the server can do.
  fileprivate var patchOperation: JSON {
    [
      "parameters": [
        ["name": "fieldValidation", "in": "query", "schema": ["type": "string"]],
        ["name": "dryRun", "in": "query", "schema": ["type": "string"]],
      ],
      "responses": [:],
      "x-kubernetes-action": "patch",
      "x-kubernetes-group-version-kind": [
        "group": .string(group), "version": .string(version), "kind": .string(kind),
      ],
    ]
  }
}
