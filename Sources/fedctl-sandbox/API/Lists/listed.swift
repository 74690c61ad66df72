import JSON

extension ClusterState {
  /// The answer to a list request.
  func listed(_ filter: ObjectFilter, _ query: Query) throws(APIStatus) -> JSON {
    let resource = filter.resource
    var items = list(resource, in: filter.namespace).filter(filter.matches)
    var metadata: JSONObject = ["resourceVersion": .string(String(revision))]
    // Pages go by name, not by number: what is made or deleted meanwhile moves none of them.
    if let token = query["continue"] {
      let start = try ContinueToken(token)
      metadata["resourceVersion"] = .string(String(start.revision))
      items = items.filter { start.after < ObjectName(namespace: $0.namespace, name: $0.name) }
    }
    if let limit = query["limit"].flatMap({ Int($0) }), limit > 0, items.count > limit {
      let rest = items.count - limit
      items = Array(items.prefix(limit))
      if let last = items.last {
        let name = ObjectName(namespace: last.namespace, name: last.name)
        metadata["continue"] = .string(ContinueToken(revision: revision, after: name).text)
        metadata["remainingItemCount"] = .integer(Int64(rest))
      }
    }
    return [
      "kind": .string("\(resource.kind)List"), "apiVersion": .string(resource.apiVersion),
      "metadata": .object(metadata), "items": .array(items),
    ]
  }
}

/// Where the next page of a list begins.
private struct ContinueToken {
  /// The version of the first page, which all pages are of.
  let revision: Int
  let after: ObjectName

  /// A page goes on right behind this object, at the state of this revision.
  init(revision: Int, after: ObjectName) {
    self.revision = revision
    self.after = after
  }

  /// Refuses what is none of our tokens with 400, and an old one with 410.
  init(_ text: String) throws(APIStatus) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, let revision = Int(parts[0]) else {
      throw .badRequest("continue key is not valid: unable to decode the token")
    }
    self.revision = revision
    after = ObjectName(namespace: String(parts[1]), name: String(parts[2]))
  }

  /// As clients send it back; they may not look into it.
  var text: String { "\(revision)/\(after.namespace)/\(after.name)" }
}
