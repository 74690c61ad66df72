import JSON

extension Manifest {
  /// The same with a Secret under another name: the Secret itself, and whoever mounts it, reads it, or is handed
  /// something of it.
  ///
  /// Where there is nothing of it, the manifest as it is.
  package func renamed(_ secret: ObjectReference, to other: ObjectReference) -> Manifest {
    guard secret != other else { return self }
    let isItself = reference == secret
    var body = body
    if isItself {
      body = body.setting(FieldPath(keys: "metadata", "name"), to: .string(other.name))
        .setting(
          FieldPath(keys: "metadata", "annotations", WellKnown.generationOf),
          to: .string(secret.name),
        )
    } else if reference.cluster == secret.cluster, reference.namespace == secret.namespace {
      body = body.replacing(secret: secret.name, with: other.name)
    }
    var copy = Manifest(isItself ? other : reference, body, bindings: bindings, provides: provides)
    copy.body = body
    copy.bindings = bindings.map { $0.mapping { $0.renamed(secret, to: other) } }
    copy.sharedText = sharedText
    copy.openText = openText
    return copy
  }

  /// Whether something of a Secret is handed over to it.
  package func takes(from secret: ObjectReference) -> Bool {
    bindings.flatMap(\.values).flatMap(\.handOffs).contains { $0.isOf(secret) }
  }
}

extension HandOff {
  /// Whether a Secret's deletion takes the value away.
  package func isOf(_ secret: ObjectReference) -> Bool {
    switch field {
    case .boundToken(let name, _), .boundTokenExpiry(let name, _):
      name == secret.name && producer.cluster == secret.cluster
        && producer.namespace == secret.namespace
    case .admittedHost, .loadBalancerHost, .data, .text, .uid: producer == secret
    }
  }

  fileprivate func renamed(to other: ObjectReference) -> HandOff {
    switch field {
    case .boundToken(_, let lifetime):
      HandOff(from: producer, .boundToken(secret: other.name, lifetime: lifetime))
    case .boundTokenExpiry(_, let lifetime):
      HandOff(from: producer, .boundTokenExpiry(secret: other.name, lifetime: lifetime))
    case .admittedHost, .loadBalancerHost, .data, .text, .uid: HandOff(from: other, field)
    }
  }
}

extension PendingValue {
  fileprivate func renamed(_ secret: ObjectReference, to other: ObjectReference) -> PendingValue {
    switch self {
    case .handOff(let handOff):
      handOff.isOf(secret) ? .handOff(handOff.renamed(to: other)) : self
    case .generated(let generated):
      generated.secret == secret
        ? .generated(GeneratedSecret(in: other, key: generated.key, length: generated.length))
        : self
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
  /// With another name wherever a pod spec, or a custom resource that becomes one, names a Secret.
  fileprivate func replacing(secret: String, with other: String) -> JSON {
    switch self {
    case .array(let elements):
      return .array(elements.map { $0.replacing(secret: secret, with: other) })
    case .object(let members):
      // A key selector does not say that it is a Secret's; a ConfigMap of the same name there is not.
      let isSelector = members["key"] != nil && members["name"]?.stringValue == secret
      var renamed = members
      for member in members {
        switch member.key {
        case "secretName" where member.value.stringValue == secret:
          renamed[member.key] = .string(other)
        case "name" where isSelector: renamed[member.key] = .string(other)
        case "secret", "secretRef":
          let named = member.value.replacing(secret: secret, with: other)
          renamed[member.key] =
            named["name"]?.stringValue == secret
            ? named.setting(FieldPath(keys: "name"), to: .string(other)) : named
        case "secrets":
          let names = (member.value.arrayValue ?? []).map { name -> JSON in
            name.stringValue == secret ? .string(other) : name
          }
          renamed[member.key] = .array(names)
        default: renamed[member.key] = member.value.replacing(secret: secret, with: other)
        }
      }
      return .object(renamed)
    default: return self
    }
  }
}
