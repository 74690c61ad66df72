import JSON

/// Of all lists together.
func count(_ parts: JSON?...) -> JSON {
  .integer(
    Int64(parts.reduce(0) { $0 + ($1?.objectValue?.count ?? $1?.arrayValue?.count ?? 0) })
  )
}

/// As `1/2`.
func share(_ part: JSON?, of whole: JSON?) -> JSON {
  .string("\((part ?? 0).text())/\((whole ?? 0).text())")
}

/// As `Deployment/web`.
func named(_ kind: JSON?, _ name: JSON?) -> JSON {
  .string("\(kind?.stringValue ?? "")/\(name?.stringValue ?? "")")
}

/// Joined by commas; `<none>` where there are none.
func texts(_ list: JSON?) -> JSON {
  .string((list?.arrayValue ?? []).compactMap(\.stringValue).joined(separator: ","))
}

/// As `a=b`, joined by commas.
func pairs(_ labels: JSON?) -> JSON {
  let pairs = (labels?.objectValue ?? [:]).map { "\($0.key)=\($0.value.stringValue ?? "")" }
  return .string(pairs.isEmpty ? "<none>" : pairs.sorted().joined(separator: ","))
}

/// One field of every container, joined by commas.
func containers(_ object: JSON, _ field: String) -> JSON {
  let containers = object["spec"]?["template"]?["spec"]?["containers"]?.arrayValue ?? []
  return texts(.array(containers.compactMap { $0[field] }))
}

/// A selector as `kubectl get` shows it: `a=b,c in (d,e)`; `<none>` for one that is empty.
func selected(_ selector: JSON?) -> JSON {
  let labels = (selector?["matchLabels"]?.objectValue ?? [:])
    .map { "\($0.key)=\($0.value.stringValue ?? "")" }.sorted()
  let others = (selector?["matchExpressions"]?.arrayValue ?? []).map { expression in
    let key = expression["key"]?.stringValue ?? ""
    let values = (expression["values"]?.arrayValue ?? []).compactMap(\.stringValue).sorted()
    let list = "(\(values.joined(separator: ",")))"
    return switch expression["operator"]?.stringValue {
    case "In": "\(key) in \(list)"
    case "NotIn": "\(key) notin \(list)"
    case "DoesNotExist": "!\(key)"
    default: key
    }
  }
  let all = labels + others
  return .string(all.isEmpty ? "<none>" : all.joined(separator: ","))
}

/// Where a load balancer or an Ingress is reached, each once and in their order.
func entrances(_ object: JSON) -> [String] {
  let entries = object["status"]?["loadBalancer"]?["ingress"]?.arrayValue ?? []
  return Set(entries.compactMap { $0["ip"]?.stringValue ?? $0["hostname"]?.stringValue }).sorted()
}

/// How a volume may be mounted, in the letters that people know: `RWO,RWX`.
func modes(_ list: JSON?) -> JSON {
  let letters = [
    "ReadWriteOnce": "RWO", "ReadOnlyMany": "ROX", "ReadWriteMany": "RWX",
    "ReadWriteOncePod": "RWOP",
  ]
  let known = (list?.arrayValue ?? []).compactMap { $0.stringValue.flatMap { letters[$0] } }
  return .string(known.joined(separator: ","))
}

/// The name of something of which one may be the one that is taken by default.
func standardName(_ annotation: String) -> Column {
  Column("Name") { object in
    let isStandard = object.metadata["annotations"]?[annotation] == "true"
    return .string(object.name + (isStandard ? " (default)" : ""))
  }
}

extension JSON {
  /// A text as it is, and a number in its digits.
  var plainText: String { stringValue ?? text() }

  /// Whether a claim has its volume.
  var isBound: Bool { self["spec"]?["volumeName"] != nil || self["status"]?["phase"] == "Bound" }

  /// Whether one of the conditions of a status is true.
  func has(condition type: String) -> Bool {
    (self["status"]?["conditions"]?.arrayValue ?? []).contains {
      $0["type"] == .string(type) && $0["status"] == "True"
    }
  }
}
