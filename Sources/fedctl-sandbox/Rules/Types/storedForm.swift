import JSON

/// Fields of built-in kinds that are no pointers in Go's structs: their zero is not written out.
private let omittedWhenZero: Set = [
  "minReadySeconds", "initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold",
  "failureThreshold", "hostPort", "nodePort", "healthCheckNodePort", "number", "observedGeneration",
  "generation", "paused", "hostNetwork", "hostPID", "hostIPC", "stdin", "stdinOnce", "tty",
  "readOnly", "publishNotReadyAddresses", "insecureSkipTLSVerify", "unschedulable",
]

/// Texts that are pointers there: an empty one is kept, and means something.
private let keptWhenEmpty: Set = [
  "storageClassName", "ingressClassName", "loadBalancerClass", "volumeAttributesClassName",
  "runtimeClassName", "holderIdentity", "volumeBindingMode", "mountPropagation",
  "pathType", "hostnameOverride", "localhostProfile", "internalTrafficPolicy", "ipFamilyPolicy",
  "appProtocol", "trafficDistribution", "seLinuxChangePolicy", "procMount", "preemptionPolicy",
  "volumeMode", "completionMode", "podReplacementPolicy", "managedBy",
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

/// Whether a list or number that says nothing is kept, for it means something else than none: no
/// policies of an autoscaler, and no time at all for a client's affinity.
private func keepsNothing(_ name: String, _ value: JSON, in schema: Schema) -> Bool {
  switch (name, value) {
  case ("policies", []): schema.member("selectPolicy") != nil
  case ("timeoutSeconds", 0): schema.member("periodSeconds") == nil
  default: false
  }
}

extension Schema {
  /// What Go has in place of a null in a list of this type; nil where that is not known.
  fileprivate var nothing: JSON? {
    switch type {
    case .object, .map, .atomicMap: [:]
    case .scalar(.text), .scalar(.base64): ""
    case .scalar(.int32), .scalar(.int64), .scalar(.number): 0
    case .scalar(.truth): false
    default: nil
    }
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
      return items.isEmpty
        ? nil : .array(items.map { $0.stored(schema.element) ?? schema.element.nothing ?? $0 })
    case (.map, .object(let members)), (.atomicMap, .object(let members)):
      // Structs stay although they are empty; maps do not.
      guard !members.isEmpty else { return nil }
      return .object(
        JSONObject(
          members.map { member in
            let part = schema.member(member.key)
            let nothing: JSON = part?.type == .scalar(.quantity) ? "0" : ""
            let value = member.value == .null ? nothing : member.value
            return (member.key, part.flatMap { value.stored($0) } ?? value)
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
            if keepsNothing(member.key, member.value, in: schema) {
              return (member.key, member.value)
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
    case (.int32, .integer(let number)):
      // Go takes what fits of a larger number, without a word.
      return .integer(Int64(Int32(truncatingIfNeeded: number)))
    case (.base64, .string(let text)):
      return .string(text.filter { $0 != "\n" && $0 != "\r" })
    case (.int32, .double(let number)), (.int64, .double(let number)):
      return Int64(exactly: number).map(JSON.integer) ?? self
    default: return self
    }
  }
}
