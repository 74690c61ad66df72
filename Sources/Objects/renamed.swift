import JSON

/// Secrets that have another name than the one they are rendered with, by that.
package struct SecretNames: Sendable {
  /// Where names are unique.
  private struct Place: Hashable {
    let cluster: String
    let namespace: String?

    init(_ object: ObjectReference) { (cluster, namespace) = (object.cluster, object.namespace) }
  }

  private var others: [ObjectReference: ObjectReference] = [:]
  private var places: [Place: [String: String]] = [:]

  package init() {}

  package var isEmpty: Bool { others.isEmpty }

  /// The reference that a Secret has now; nil for one that keeps its own.
  package subscript(secret: ObjectReference) -> ObjectReference? {
    get { others[secret] }
    set {
      others[secret] = newValue
      places[Place(secret), default: [:]][secret.name] = newValue?.name
    }
  }

  /// The names that an object beside such Secrets has to know otherwise.
  fileprivate func names(beside object: ObjectReference) -> [String: String] {
    places[Place(object)] ?? [:]
  }
}

extension Manifest {
  /// The same with Secrets under other names: the Secrets themselves, and whoever mounts one, reads it, or is handed
  /// something of it.
  ///
  /// Where there is nothing of them, the manifest as it is.
  package func renamed(_ names: SecretNames) -> Manifest {
    guard !names.isEmpty else { return self }
    let other = names[reference]
    var body = body
    if let other {
      body = body.setting(FieldPath(keys: "metadata", "name"), to: .string(other.name))
        .setting(
          FieldPath(keys: "metadata", "annotations", WellKnown.generationOf),
          to: .string(reference.name),
        )
    } else {
      let neighbours = names.names(beside: reference)
      if !neighbours.isEmpty { body = body.replacing(secrets: neighbours) }
    }
    var copy = Manifest(other ?? reference, body, bindings: bindings, provides: provides)
    copy.body = body
    copy.bindings = bindings.map { $0.mapping { $0.renamed(names) } }
    copy.sharedText = sharedText
    copy.openText = openText
    return copy
  }
}

extension HandOff {
  /// The Secret, or another object, whose deletion takes the value away.
  package var holder: ObjectReference {
    switch field {
    case .boundToken(let name, _), .boundTokenExpiry(let name, _):
      ObjectReference(
        cluster: producer.cluster,
        .secret,
        namespace: producer.namespace,
        name: name,
      )
    case .admittedHost, .loadBalancerHost, .data, .text, .uid: producer
    }
  }

  fileprivate func renamed(_ names: SecretNames) -> HandOff {
    guard let other = names[holder] else { return self }
    return switch field {
    case .boundToken(_, let lifetime):
      HandOff(from: producer, .boundToken(secret: other.name, lifetime: lifetime))
    case .boundTokenExpiry(_, let lifetime):
      HandOff(from: producer, .boundTokenExpiry(secret: other.name, lifetime: lifetime))
    case .admittedHost, .loadBalancerHost, .data, .text, .uid: HandOff(from: other, field)
    }
  }
}

extension PendingValue {
  fileprivate func renamed(_ names: SecretNames) -> PendingValue {
    switch self {
    case .handOff(let handOff): .handOff(handOff.renamed(names))
    case .generated(let generated):
      names[generated.secret].map {
        .generated(GeneratedSecret(in: $0, key: generated.key, length: generated.length))
      } ?? self
    case .credential, .certificate: self
    }
  }
}

extension Binding {
  fileprivate func mapping(_ transform: (PendingValue) -> PendingValue) -> Binding {
    let parts = parts.map { part -> Part in
      switch part {
      case .text: part
      case .value(let value): .value(transform(value))
      case .quoted(let value): .quoted(transform(value))
      }
    }
    return Binding(path, parts, encoding: encoding)
  }
}

extension JSON {
  /// With other names wherever a pod spec, or a custom resource that becomes one, names one of these Secrets.
  fileprivate func replacing(secrets names: [String: String]) -> JSON {
    switch self {
    case .array(let elements): return .array(elements.map { $0.replacing(secrets: names) })
    case .object(let members):
      // A key selector does not say that it is a Secret's; a ConfigMap of the same name there is not.
      let isSelector = members["key"] != nil
      var renamed = members
      for member in members {
        switch member.key {
        case "secretName": renamed[member.key] = member.value.replacing(name: names)
        case "name" where isSelector: renamed[member.key] = member.value.replacing(name: names)
        case "secret", "secretRef":
          let named = member.value.replacing(secrets: names)
          renamed[member.key] =
            named["name"].map {
              named.setting(FieldPath(keys: "name"), to: $0.replacing(name: names))
            } ?? named
        case "secrets":
          let all = member.value.arrayValue ?? []
          renamed[member.key] = .array(all.map { $0.replacing(name: names) })
        default: renamed[member.key] = member.value.replacing(secrets: names)
        }
      }
      return .object(renamed)
    default: return self
    }
  }

  /// A name as it is now; anything else, and what keeps its name, as it is.
  private func replacing(name names: [String: String]) -> JSON {
    stringValue.flatMap { names[$0] }.map(JSON.string) ?? self
  }
}
