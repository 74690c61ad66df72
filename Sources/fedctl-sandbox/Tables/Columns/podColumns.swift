import JSON

/// A pod: how many of its containers are ready, and what state it is in.
let podColumns: [Column] = [
  .name, Column("Ready") { .string(PodSummary($0).ready) },
  Column("Status") { .string(PodSummary($0).state) },
  Column("Restarts") { .string(PodSummary($0).restarts) }, .age,
  Column("IP", priority: 1) { $0["status"]?["podIPs"]?[0]?["ip"] ?? "<none>" },
  Column("Node", priority: 1) { $0["spec"]?["nodeName"] ?? "<none>" },
  Column("Nominated Node", priority: 1) { $0["status"]?["nominatedNodeName"] ?? "<none>" },
  Column("Readiness Gates", priority: 1) { pod in
    let gates = pod["spec"]?["readinessGates"]?.arrayValue ?? []
    if gates.isEmpty { return "<none>" }
    let open = gates.filter { pod.has(condition: $0["conditionType"]?.stringValue ?? "") }
    return .string("\(open.count)/\(gates.count)")
  },
]

/// What `kubectl get pods` says of a pod in a few words.
private struct PodSummary {
  private let pod: JSON
  private let statuses: [JSON]
  private let initStatuses: [JSON]

  init(_ pod: JSON) {
    self.pod = pod
    statuses = pod["status"]?["containerStatuses"]?.arrayValue ?? []
    initStatuses = pod["status"]?["initContainerStatuses"]?.arrayValue ?? []
  }

  /// Those that start before the others and stay.
  private var sidecars: [JSON] {
    (pod["spec"]?["initContainers"]?.arrayValue ?? []).filter { $0["restartPolicy"] == "Always" }
  }

  /// As `1/2`.
  var ready: String {
    let all = (pod["spec"]?["containers"]?.arrayValue ?? []).count + sidecars.count
    let running = statuses.filter { $0["ready"] == true && $0["state"]?["running"] != nil }
    let names = sidecars.compactMap { $0["name"] }
    let besides = initStatuses.filter { status in
      status["ready"] == true && names.contains { $0 == status["name"] }
    }
    let count = initialState == nil ? running.count + besides.count : besides.count
    return "\(count)/\(all)"
  }

  /// How often containers began anew.
  var restarts: String {
    let names = sidecars.compactMap { $0["name"] }
    let besides = initStatuses.filter { status in names.contains { $0 == status["name"] } }
    let counted = initialState == nil ? statuses + besides : initStatuses
    return String(counted.reduce(0) { $0 + ($1["restartCount"]?.integerValue ?? 0) })
  }

  /// The phase, or what keeps a container from running.
  var state: String {
    let status = pod["status"]
    let phase = status?["phase"]?.stringValue ?? ""
    if pod.isTerminating, !["Succeeded", "Failed"].contains(phase) { return "Terminating" }
    if let initialState { return initialState }
    var state = status?["reason"]?.stringValue ?? phase
    for container in statuses.reversed() {
      state = told(container) ?? state
    }
    guard state == "Completed" else { return state }
    let isRunning = statuses.contains { $0["ready"] == true && $0["state"]?["running"] != nil }
    return isRunning ? (pod.has(condition: "Ready") ? "Running" : "NotReady") : state
  }

  /// Why a container waits, or how it ended.
  private func told(_ container: JSON) -> String? {
    if let reason = container["state"]?["waiting"]?["reason"]?.stringValue { return reason }
    guard let end = container["state"]?["terminated"] else { return nil }
    if let reason = end["reason"]?.stringValue { return reason }
    if let signal = end["signal"]?.integerValue, signal != 0 { return "Signal:\(signal)" }
    return "ExitCode:\(end["exitCode"]?.integerValue ?? 0)"
  }

  /// What the containers that run first are at; nil once they are done.
  private var initialState: String? {
    if pod.has(condition: "Initialized") { return nil }
    let names = sidecars.compactMap { $0["name"] }
    for (number, container) in initStatuses.enumerated() {
      let end = container["state"]?["terminated"]
      if let end, end["exitCode"] ?? 0 == 0 { continue }
      let isSidecar = names.contains { $0 == container["name"] }
      if isSidecar, container["started"] == true { continue }
      let waits = container["state"]?["waiting"]?["reason"]?.stringValue
      if end != nil || waits != nil && waits != "PodInitializing" {
        return told(container).map { "Init:\($0)" }
      }
      let all = (pod["spec"]?["initContainers"]?.arrayValue ?? []).count
      return "Init:\(number)/\(all)"
    }
    return nil
  }
}
