import JSON

extension Key {
  /// A value that the key may have, for whoever has never written one: valid by itself.
  var shownExample: JSON {
    if let example { return example }
    if case .standard(let value) = presence, !value.isEmptyCollection, !isRecord { return value }
    switch starter {
    case .set(let value), .commentedOut(let value):
      if !value.isEmptyCollection { return value }
    case .absent, .section, .sectionOn: break
    }
    return Self.usual[name].flatMap { shape.takes($0) ? $0 : nil } ?? shape.example
  }

  private var isRecord: Bool { if case .record = shape { true } else { false } }

  /// What people write under keys of these names, whose form says too little.
  private static let usual: [String: JSON] = [
    "secret": "our-secret", "key": "token", "path": "bundle.yaml", "profile": "metrics",
    "file": "aws-credentials", "matchFile": "series.txt", "kmsKeyID": "alias/metrics",
    "port": "web",
    "issuer": "our-ca", "host": "metrics.example.com", "class": "nginx",
    "serverName": "metrics.example.com",
    "storageClassName": "gp3", "priorityClass": "system-cluster-critical",
    "annotations": ["example.com/owner": "metrics-team"],
    "kind": "Deployment", "cluster": "edge-*", "name": "grafana", "value": 2,
    "affinity": [
      "nodeAffinity": [
        "preferredDuringSchedulingIgnoredDuringExecution": [
          [
            "weight": 1,
            "preference": [
              "matchExpressions": [["key": "disk", "operator": "In", "values": ["ssd"]]]
            ],
          ]
        ]
      ]
    ],
    "merge": ["metadata": ["annotations": ["example.com/owner": "metrics-team"]]],
    "platformMonitoring": ["prometheusK8s": ["retention": "7d"]],
  ]
}

extension Shape {
  /// Any value of the form.
  var example: JSON {
    switch self {
    case .text(let form), .oneOrMore(let form), .short(let form, _): .string(form.example)
    case .flag: true
    case .count(let range, _): .integer(Int64(range.lowerBound))
    case .choice(let words): .string(words.first ?? "")
    case .platform(let topology): .string(topology.platforms[0].rawValue)
    case .list(let element): [element.example]
    case .map(let keys, let values): [keys.example: .string(values.example)]
    case .records(let keys, let record): [keys.example: .object(record.example)]
    case .record(let record): .object(record.example)
    case .word(let word, _): .string(word)
    case .anything: [:]
    case .value: 1
    }
  }

  /// Whether an example of a key of some name is one for this form.
  fileprivate func takes(_ value: JSON) -> Bool {
    switch (self, value) {
    case (.text(let form), .string(let text)), (.oneOrMore(let form), .string(let text)):
      form.flaw(text) == nil
    case (.map, .object), (.anything, .object), (.value, _): true
    default: false
    }
  }
}

extension Record {
  /// What must be there, or else one key of those that may be.
  fileprivate var example: JSONObject {
    let needed = keys.filter { $0.presence == .required }
    let shown = needed.isEmpty ? Array(keys.prefix(1)) : needed
    return JSONObject(shown.map { ($0.name, $0.shownExample) })
  }
}

extension JSON {
  /// A value that says nothing.
  var isEmptyCollection: Bool { self == [:] || self == [] }
}
