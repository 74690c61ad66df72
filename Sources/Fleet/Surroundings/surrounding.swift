import JSON

extension JSONObject {
  /// What the top of the file says for every cluster.
  private var surroundings: JSON {
    .object(
      JSONObject(
        Record.namesOfSurroundings.compactMap { name in self[name].map { (name, $0) } }
      )
    )
  }

  /// The hub with what the file says of all clusters merged under its own, and its workloads placed.
  ///
  /// - `record`: the hub's table of keys.
  func mergedHub(_ record: Record?) -> JSON? {
    guard let hub = self["hub"], hub.objectValue != nil else { return nil }
    return record?.placing(hub.merged(over: surroundings))
  }

  /// The clusters of a file, each with the settings of its groups, the defaults and the file's surroundings merged under
  /// its own, and its workloads placed.
  ///
  /// What the file says of all clusters comes first, then the defaults, then the groups in the order in which the cluster
  /// names them, then its own keys: mappings are merged key by key, and of lists and values the later one counts.
  ///
  /// - `record`: a cluster's table of keys.
  func mergedClusters(_ record: Record?) -> JSON? {
    guard let clusters = self["clusters"]?.arrayValue else { return nil }
    let base = self["defaults"].map { $0.merged(over: surroundings) } ?? surroundings
    return .array(
      clusters.map { cluster in
        let groups = (cluster["groups"]?.arrayValue ?? []).compactMap(\.stringValue)
        let layers = groups.compactMap { self["groups"]?[$0] } + [cluster]
        let merged = layers.reduce(base) { $1.merged(over: $0) }.namingContext(ofHub: self["hub"])
        return record?.placing(merged) ?? merged
      }
    )
  }
}

extension JSON {
  /// A cluster with the context that leads to it: what it does not say is its name, or the hub's context for one that is
  /// the hub.
  fileprivate func namingContext(ofHub hub: JSON?) -> JSON {
    guard case .object(var members) = self, members["context"] == nil,
      let standard = members["onHub"] == true ? hub?["context"] : members["name"]
    else { return self }
    members["context"] = standard
    return .object(members)
  }
}

extension Record {
  fileprivate static let namesOfSurroundings = Key.surroundings.map(\.name)

  /// The hub or a cluster with its `placement` under each workload's own, key by key.
  fileprivate func placing(_ value: JSON) -> JSON {
    guard case .object(let members) = value,
      let placement = members[Self.placementKey]?.objectValue, !placement.isEmpty
    else { return value }
    return .object(putting(placement, under: members))
  }

  private static let placementKey = "placement"

  /// What a workload says of a key counts alone: of two node selectors merged, hardly a node would have all labels.
  private func putting(_ placement: JSONObject, under members: JSONObject) -> JSONObject {
    var result = members
    for key in keys where key.name != Self.placementKey {
      guard let record = key.shape.mapping,
        let inner = (members[key.name] ?? key.standard)?.objectValue
      else { continue }
      let placed = record.putting(placement, under: inner)
      if placed != inner { result[key.name] = .object(placed) }
    }
    guard self["nodeSelector"] != nil else { return result }
    for member in placement where self[member.key] != nil && members[member.key] == nil {
      if !runsEverywhere || member.key == "priorityClass" { result[member.key] = member.value }
    }
    return result
  }
}

extension Key {
  /// What holds where the key is left out.
  fileprivate var standard: JSON? {
    if case .standard(let value) = presence { value } else { nil }
  }
}

extension Shape {
  /// The keys of a mapping that stands there once.
  fileprivate var mapping: Record? {
    switch self {
    case .record(let record), .word(_, let record): record
    default: nil
    }
  }
}
