import JSON
package import Objects
import YAML

extension [Manifest] {
  /// What each of them names that none of them is or has made: what has to be on its cluster beforehand.
  package var supplies: [ObjectReference: [Supply]] { supplies(handing: handedKeys) }

  /// The same of some clusters' manifests, where keys of what they name are handed on, be it by others' manifests.
  package func supplies(
    handing handed: [ObjectReference: Set<String>]
  ) -> [ObjectReference: [Supply]] {
    let made = Set(map(\.reference) + flatMap(\.filledSecrets))
    return reduce(into: [:]) { supplies, manifest in
      let cluster = manifest.reference.cluster
      let others = manifest.named.filter { !made.contains($0.on(cluster)) }
      if !others.isEmpty {
        supplies[manifest.reference] = others.map { $0.reading(handed[$0.on(cluster)] ?? []) }
      }
    }
  }

  /// The keys whose values are handed on from an object, be it to another cluster.
  package var handedKeys: [ObjectReference: Set<String>] {
    let handOffs = lazy.flatMap(\.bindings).flatMap(\.values).flatMap(\.handOffs)
    return handOffs.reduce(into: [:]) { keys, handOff in
      if case .data(let key) = handOff.field { keys[handOff.producer, default: []].insert(key) }
    }
  }
}

extension Manifest {
  /// The Secrets that controllers of the cluster fill since this object is there.
  fileprivate var filledSecrets: [ObjectReference] {
    let serving = body.metadata.annotation(WellKnown.servingCertificateSecret).map {
      ObjectReference(
        cluster: reference.cluster,
        .secret,
        namespace: reference.namespace,
        name: $0,
      )
    }
    return [serving, reference.filledSecret(body)].compactMap(\.self)
  }

  /// Each Secret, ConfigMap and PriorityClass that it names, the fleet's own among them; sorted.
  fileprivate var named: [Supply] {
    guard reference.kind.namesSupplies || sharedText != nil, !isCertifiedByAnnotation else {
      return []
    }
    var names = NamedSupplies(namespace: reference.namespace)
    names.collect(from: body["spec"] ?? [:])
    if let text = sharedText.flatMap(partWithoutValues) { names.collect(from: text) }
    return names.found.values.sorted { $0.description < $1.description }
  }

  /// Whether cert-manager makes the certificate that an Ingress names, since an annotation asks for it.
  private var isCertifiedByAnnotation: Bool {
    let annotations = body["metadata"]?["annotations"]?.objectValue ?? [:]
    return reference.kind == .ingress
      && annotations.contains {
        $0.key.hasPrefix("cert-manager.io/") || $0.key == "kubernetes.io/tls-acme"
      }
  }

  /// The fleet's part of a text that others write too, with something else for each value that is not known yet.
  private func partWithoutValues(_ key: String) -> JSON? {
    let path = FieldPath(keys: "data", key)
    let bound = bindings.first { $0.path == path }?.parts.map { part in
      switch part {
      case .text(let text): text
      case .value: "value"
      case .quoted: "\"value\""
      }
    }
    guard let text = bound?.joined() ?? body[path]?.stringValue else { return nil }
    return (try? YAML.document(Array(text.utf8), file: ""))?.json
  }
}

extension Supply {
  /// The same, of which these keys are read as well.
  fileprivate func reading(_ keys: Set<String>) -> Supply {
    guard case .keys(let named) = use, !keys.isEmpty else { return self }
    var supply = self
    supply.use = .keys(named.union(keys))
    return supply
  }
}

extension ResourceKind {
  /// Whether objects of the kind name what others have to bring.
  fileprivate var namesSupplies: Bool {
    switch self {
    case .serviceMonitor, .podMonitor, .scrapeConfig, .stackServiceMonitor, .stackPodMonitor,
      .stackScrapeConfig, .ingress, .route:
      true
    default: self.is(.workload)
    }
  }
}

/// Collects what a pod, or a resource that an operator reads, names, by what it is called.
private struct NamedSupplies {
  let namespace: String?
  private(set) var found: [String: Supply] = [:]

  init(namespace: String?) { self.namespace = namespace }

  /// - `parent`: the key under which the value stands.
  mutating func collect(from value: JSON, under parent: String = "") {
    switch value {
    case .array(let elements):
      for element in elements { collect(from: element, under: parent) }
    case .object(let members):
      cite(members, under: parent)
      for member in members where !Self.texts.contains(member.key) {
        collect(from: member.value, under: member.key)
      }
    case .string(let text): cite(text, under: parent)
    case .null, .bool, .integer, .double: return
    }
  }

  /// Mappings of texts, whose keys are anybody's words.
  private static let texts: Set = [
    "labels", "annotations", "matchLabels", "nodeSelector", "headers", "externalLabels",
  ]

  private mutating func cite(_ members: JSONObject, under parent: String) {
    let isOptional = members["optional"] == true
    let items = Set((members["items"]?.arrayValue ?? []).compactMap { $0["key"]?.stringValue })
    if let name = members["secretName"]?.stringValue {
      let keys = parent == "tls" ? Self.certificate : items
      return add(.secret, name, .keys(keys), isOptional)
    }
    guard let name = members["name"]?.stringValue else { return }
    if let key = members["key"]?.stringValue {
      return add(Self.kind(under: parent), name, .keys([key]), isOptional)
    }
    switch parent {
    case "imagePullSecrets": add(.secret, name, .pulling)
    case "externalCertificate": add(.secret, name, .keys(Self.certificate))
    case "secret", "secretRef", "configMap", "configMapRef":
      add(Self.kind(under: parent), name, .keys(items), isOptional)
    default: return
    }
  }

  /// What a Secret of type `kubernetes.io/tls` has.
  private static let certificate: Set = ["tls.crt", "tls.key"]

  /// A text that is a name by where it stands.
  private mutating func cite(_ name: String, under parent: String) {
    switch parent {
    case "secrets": add(.secret, name, .keys([]))
    case "configMaps": add(.configMap, name, .keys([]))
    // Kubernetes itself has those that begin so.
    case "priorityClassName" where !name.hasPrefix("system-"):
      add(.priorityClass, name, .priority)
    default: return
    }
  }

  /// A selector of a key is a Secret's wherever it does not say that it is a ConfigMap's.
  private static func kind(under parent: String) -> ResourceKind {
    parent.hasPrefix("configMap") ? .configMap : .secret
  }

  private mutating func add(
    _ kind: ResourceKind,
    _ name: String,
    _ use: Supply.Use,
    _ isOptional: Bool = false,
  ) {
    let supply = Supply(
      kind,
      namespace: namespace,
      name: name,
      for: use,
      isOptional: isOptional,
    )
    found[supply.description] = found[supply.description]?.joined(supply) ?? supply
  }
}
