import JSON

/// Fields of built-in kinds that are no pointers in Go's structs: their zero is not written out.
private let omittedWhenZero: Set = [
  "minReadySeconds", "initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold",
  "failureThreshold", "hostPort", "nodePort", "healthCheckNodePort", "observedGeneration",
  "generation", "paused", "hostNetwork", "hostPID", "hostIPC", "stdin", "stdinOnce", "tty",
  "readOnly", "publishNotReadyAddresses", "insecureSkipTLSVerify", "unschedulable",
]

/// Texts that are pointers there: an empty one is kept, and means something.
private let keptWhenEmpty: Set = [
  "storageClassName", "ingressClassName", "loadBalancerClass", "volumeAttributesClassName",
  "runtimeClassName", "holderIdentity", "volumeBindingMode", "mountPropagation",
  "pathType",
]

/// Whether an empty text of this name is kept in a struct of this type.
///
/// Two names are pointers in one kind of struct alone: containers and the ports of NetworkPolicies,
/// which have members that no other struct with the name has.
private func keepsEmptyText(_ name: String, in schema: Schema) -> Bool {
  switch name {
  case "restartPolicy": schema.member("image") != nil
  case "protocol": schema.member("endPort") != nil
  default: keptWhenEmpty.contains(name)
  }
}

extension JSON {
  /// A built-in kind's value as it comes back from Go's structs, where null and nothing are one.
  ///
  /// Empty lists and maps go, quantities become canonical. Nil where nothing is left.
  func stored(_ schema: Schema, named name: String = "") -> JSON? {
    switch (schema.type, self) {
    case (.anything, _), (.atomic, _): return self
    case (_, .null): return nil
    case (.scalar(let scalar), _): return stored(as: scalar, named: name)
    case (.list, .array(let items)):
      return items.isEmpty ? nil : .array(items.map { $0.stored(schema.element) ?? $0 })
    case (.map, .object(let members)), (.atomicMap, .object(let members)):
      // Structs stay although they are empty; maps do not.
      guard !members.isEmpty else { return nil }
      return .object(
        JSONObject(
          members.map { member in
            let value = member.value == .null ? "" : member.value
            return (member.key, schema.member(member.key).flatMap { value.stored($0) } ?? value)
          }
        )
      )
    case (.object, .object(let members)):
      return .object(
        JSONObject(
          members.compactMap { member in
            let part = schema.member(member.key) ?? .anything
            if member.value == "", keepsEmptyText(member.key, in: schema) {
              return (member.key, "")
            }
            return member.value.stored(part, named: member.key).map { (member.key, $0) }
          }
        )
      )
    default: return self
    }
  }

  /// A value without parts; zeros go where Go could not tell them from nothing.
  private func stored(as scalar: Scalar, named name: String) -> JSON? {
    switch (scalar, self) {
    case (.quantity, _):
      guard let quantity = try? Quantity(stringValue ?? text()) else { return self }
      return .string(quantity.canonical)
    // Text that stands where a number could is never nothing.
    case (.integerOrText, .string("")): return self
    case (_, .string("")): return keptWhenEmpty.contains(name) ? self : nil
    case (_, .integer(0)), (_, .bool(false)): return omittedWhenZero.contains(name) ? nil : self
    case (.int32, .double(let number)), (.int64, .double(let number)):
      return Int64(exactly: number).map(JSON.integer) ?? self
    default: return self
    }
  }
}
