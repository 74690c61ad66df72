import JSON

/// A node, with `-o wide` its addresses and what runs on it.
let nodeColumns: [Column] = [
  .name,
  Column("Status") { node in
    let conditions = node["status"]?["conditions"]?.arrayValue ?? []
    let isKnown = conditions.contains { $0["type"] == "Ready" }
    let state = isKnown ? (node.has(condition: "Ready") ? "Ready" : "NotReady") : "Unknown"
    let isClosed = node["spec"]?["unschedulable"] == true
    return .string(state + (isClosed ? ",SchedulingDisabled" : ""))
  },
  Column("Roles") { node in
    let prefix = "node-role.kubernetes.io/"
    let labels = node.metadata["labels"]?.objectValue ?? [:]
    var roles = Set(labels.keys.filter { $0.hasPrefix(prefix) }.map { $0.dropFirst(prefix.count) })
    if let role = labels["kubernetes.io/role"]?.stringValue { roles.insert(role[...]) }
    roles.remove("")
    return .string(roles.isEmpty ? "<none>" : roles.sorted().joined(separator: ","))
  },
  .age, Column("Version") { $0["status"]?["nodeInfo"]?["kubeletVersion"] ?? "" },
  Column("Internal-IP", priority: 1) { address("InternalIP", of: $0) },
  Column("External-IP", priority: 1) { address("ExternalIP", of: $0) },
  Column("OS-Image", priority: 1) { $0["status"]?["nodeInfo"]?["osImage"] ?? "<unknown>" },
  Column("Kernel-Version", priority: 1) { node in
    let told = node["status"]?["nodeInfo"]
    let kernel = told?["kernelVersion"]?.stringValue ?? "<unknown>"
    let machine = told?["architecture"]?.stringValue.map { " (\($0))" } ?? ""
    return .string(kernel + machine)
  },
  Column("Container-Runtime", priority: 1) {
    $0["status"]?["nodeInfo"]?["containerRuntimeVersion"] ?? "<unknown>"
  },
]

/// The first address of a type.
private func address(_ type: String, of node: JSON) -> JSON {
  (node["status"]?["addresses"]?.arrayValue ?? []).first { $0["type"] == .string(type) }?["address"]
    ?? "<none>"
}

/// What was told of an object, the newest telling first.
let eventColumns: [Column] = [
  Column("Last Seen") { event in
    let series = event["series"]?["lastObservedTime"]
    return .string(elapsed(since: series ?? event["lastTimestamp"] ?? firstTime(event)))
  },
  Column("Type", "type"), Column("Reason", "reason"),
  Column("Object") { event in
    let about = event["involvedObject"]
    let kind = about?["kind"]?.stringValue?.lowercased() ?? ""
    return .string(about?["name"]?.stringValue.map { "\(kind)/\($0)" } ?? kind)
  },
  Column("Subobject", priority: 1) { $0["involvedObject"]?["fieldPath"] ?? "" },
  Column("Source", priority: 1) { event in
    let source = event["source"]
    let parts = [
      source?["component"] ?? event["reportingComponent"],
      source?["host"] ?? event["reportingInstance"],
    ].compactMap { $0?.stringValue }.filter { !$0.isEmpty }
    return .string(parts.joined(separator: ", "))
  },
  Column("Message") { $0["message"] ?? "" },
  Column("First Seen", priority: 1) { .string(elapsed(since: firstTime($0))) },
  Column("Count", priority: 1) { $0["series"]?["count"] ?? $0["count"] ?? 1 },
  Column("Name", priority: 1, "metadata", "name"),
]

/// When something was told first.
private func firstTime(_ event: JSON) -> JSON? { event["firstTimestamp"] ?? event["eventTime"] }
