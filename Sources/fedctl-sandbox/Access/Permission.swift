import JSON

/// Something that somebody wants to do, in the words of RBAC.
struct Permission: Hashable, Sendable {
  /// As RBAC has it: get, list, watch, create, update, patch, delete, deletecollection.
  var verb: String
  /// Empty for the core group.
  var group = ""
  /// The plural name of the kind, with the subresource behind a slash.
  var resource = ""
  /// Empty for the whole cluster.
  var namespace = ""
  /// Empty where no single object is meant.
  var name = ""
  /// The path, for requests that are about no object.
  var path: String?
}

extension Permission {
  /// What a request needs: rights are given for the subresource, not for the object, where one is
  /// named.
  init(_ action: Action) {
    self.init(
      verb: action.verb,
      group: action.group,
      resource: action.subresource.isEmpty
        ? action.resource : "\(action.resource)/\(action.subresource)",
      namespace: action.namespace,
      name: action.name,
      path: action.resource.isEmpty ? action.path : nil,
    )
  }

  /// What an access review asks for; nil where it asks for nothing.
  init?(review spec: JSON) {
    if let attributes = spec["resourceAttributes"] {
      let subresource = attributes["subresource"]?.stringValue ?? ""
      let resource = attributes["resource"]?.stringValue ?? ""
      self.init(
        verb: attributes["verb"]?.stringValue ?? "",
        group: attributes["group"]?.stringValue ?? "",
        resource: subresource.isEmpty ? resource : "\(resource)/\(subresource)",
        namespace: attributes["namespace"]?.stringValue ?? "",
        name: attributes["name"]?.stringValue ?? "",
      )
    } else if let attributes = spec["nonResourceAttributes"] {
      self.init(
        verb: attributes["verb"]?.stringValue ?? "",
        path: attributes["path"]?.stringValue ?? "",
      )
    } else {
      return nil
    }
  }

  /// Whether a rule of a role grants this.
  func isGranted(by rule: JSON) -> Bool {
    guard rule.lists("verbs", verb) else { return false }
    if let path {
      return (rule["nonResourceURLs"]?.arrayValue ?? []).compactMap(\.stringValue).contains { url in
        url == path || url.hasSuffix("*") && path.hasPrefix(url.dropLast())
      }
    }
    let subresource = resource.split(separator: "/", maxSplits: 1).dropFirst().first
    let isNamed =
      rule.lists("resources", resource)
      || subresource.map { rule.lists("resources", "*/\($0)") } ?? false
    let names = rule["resourceNames"]?.arrayValue ?? []
    return isNamed && rule.lists("apiGroups", group)
      && (names.isEmpty || !name.isEmpty && names.contains(.string(name)))
  }
}

extension JSON {
  /// Whether a list under a key has a text, or the star that stands for all.
  fileprivate func lists(_ key: String, _ text: String) -> Bool {
    (self[key]?.arrayValue ?? []).contains { $0 == "*" || $0 == .string(text) }
  }
}
