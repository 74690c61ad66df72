/// What can be asked on the hub of what components use, the same of every cluster.
///
/// A cluster that tells nothing of a measure is not in the answer: it is never 0.
package enum UsageMeasure: String, Hashable, Sendable, CaseIterable {
  /// In cores, of each pod.
  case cpu
  /// In bytes, of each pod on its node.
  case memory
  /// In bytes a second, of each pod that is not on its node's network.
  case received
  /// In bytes a second, of each pod that is not on its node's network.
  case sent
  /// In bytes, of each pod, beside its volumes.
  case disk
  /// In bytes, of each claim.
  case volumes
  /// Series that a pod's targets give.
  case series
  /// In cores, of each node.
  case cores
  /// In bytes, of each node.
  case nodeMemory
  /// 1, of each cluster, with its release as the label `version`.
  case version
  /// 0 or 1, of each of OpenShift's operators, with its release as the label `version`.
  case operators

  /// The labels of the answer.
  package var labels: [String] {
    switch self {
    case .cpu, .received, .sent, .disk, .series: ["cluster", "namespace", "pod"]
    case .memory: ["cluster", "namespace", "pod", "node"]
    case .volumes: ["cluster", "namespace", "persistentvolumeclaim"]
    case .cores, .nodeMemory: ["cluster", "node"]
    case .version: ["cluster", "version"]
    case .operators: ["cluster", "name", "version"]
    }
  }

  /// The unit as Prometheus names units, for whoever shows it.
  package var unit: Unit {
    switch self {
    case .cpu, .cores: .cores
    case .memory, .disk, .volumes, .nodeMemory: .bytes
    case .received, .sent: .bytesPerSecond
    case .series: .series
    case .version, .operators: .state
    }
  }

  /// Units of measures; a state is 0 or 1.
  package enum Unit: Hashable, Sendable { case cores, bytes, bytesPerSecond, series, state }
}
