/// What a label must be for a series to be taken.
package struct UsageMatcher: Hashable, Sendable {
  /// What is asked of its value.
  package enum Condition: Hashable, Sendable {
    case equals(String)
    /// Any value but none.
    case present
    /// No value, or no such label, which is the same to Prometheus.
    case absent
  }

  package let label: String
  package let condition: Condition

  /// As PromQL has it.
  var text: String {
    switch condition {
    case .equals(let value): "\(label)=\"\(value)\""
    case .present: "\(label)!=\"\""
    case .absent: "\(label)=\"\""
    }
  }

  /// An expression for the whole value, as relabelling has it.
  var pattern: String {
    switch condition {
    case .equals(let value): value
    case .present: ".+"
    case .absent: ""
    }
  }
}

extension UsageSeries {
  /// Beside the name: a series by the same name that does not match is not asked for.
  package var matchers: [UsageMatcher] {
    switch self {
    case .memory: [.init(label: "container", condition: .absent), .ofPods]
    case .receivedTotal, .sentTotal:
      // By this name every runtime gives a pod its own end of the cluster's network.
      [.init(label: "interface", condition: .equals("eth0")), .ofPods]
    case .nodeNetwork: [.init(label: "host_network", condition: .equals("true"))]
    case .targets: [.init(label: "namespace", condition: .present)]
    case .openshiftVersion: [.init(label: "type", condition: .equals("current"))]
    case .kubernetesVersion: [.init(label: "job", condition: .equals(Self.serverJob))]
    case .alerts: [.init(label: "alertstate", condition: .equals("firing"))]
    case .cpu, .received, .sent, .restarts, .disk, .volumes, .cores, .nodeMemory, .operators: []
    }
  }

  /// What the API server is scraped as, by fedctl and by most.
  package static let serverJob = "apiserver"

  /// As `match[]` of a federation and a collector's flag have it.
  package var selector: String {
    let conditions = ["__name__=\"\(rawValue)\""] + matchers.map(\.text)
    return "{\(conditions.joined(separator: ","))}"
  }

  /// As a query has it, with further matchers.
  func vector(_ further: String) -> String {
    let conditions = matchers.map(\.text) + (further.isEmpty ? [] : [further])
    return conditions.isEmpty ? rawValue : "\(rawValue){\(conditions.joined(separator: ","))}"
  }
}

extension UsageMatcher {
  /// The sums that the kubelet makes of its slices have no pod.
  fileprivate static let ofPods = UsageMatcher(label: "pod", condition: .present)
}

extension [UsageSeries] {
  /// How relabelling finds any of them, or of other names: labels whose values are joined by
  /// semicolons, and an expression for the whole.
  ///
  /// - `names`: expressions for names that are taken whatever their labels.
  package func relabelling(beside names: [String]) -> (labels: [String], pattern: String) {
    let labels = Set(flatMap { $0.matchers.map(\.label) }).sorted()
    let any = names + filter(\.matchers.isEmpty).map(\.rawValue)
    guard !labels.isEmpty else { return (["__name__"], any.joined(separator: "|")) }
    let free = labels.map { _ in ".*" }
    let chosen = filter { !$0.matchers.isEmpty }.map { series in
      let patterns = labels.map { label in
        series.matchers.first { $0.label == label }?.pattern ?? ".*"
      }
      return ([series.rawValue] + patterns).joined(separator: ";")
    }
    let alternatives =
      [(["(?:\(any.joined(separator: "|")))"] + free).joined(separator: ";")] + chosen
    return (["__name__"] + labels, alternatives.joined(separator: "|"))
  }
}
