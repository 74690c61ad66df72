import Facts

/// What only OpenShift has, asked of another cluster.
package enum PlatformProblem: Fact, Hashable {
  /// Of the hub.
  case userWorkloadMonitoring
  case openshiftVersion(cluster: String)
  /// Series of the platform's Prometheus.
  case federation(cluster: String)
  /// The mode in which the platform's Prometheus writes to the hub.
  case platformRemoteWrite

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case userWorkloadMonitoring = "fleet.no-user-workload-monitoring"
    /// What depends on OpenShift's version is asked for without naming it.
    case openshiftVersion = "fleet.no-openshift-version"
    case federation = "fleet.no-platform-prometheus"
    case platformRemoteWrite = "fleet.no-platform-remote-write"
  }

  package var code: Code {
    switch self {
    case .userWorkloadMonitoring: .userWorkloadMonitoring
    case .openshiftVersion: .openshiftVersion
    case .federation: .federation
    case .platformRemoteWrite: .platformRemoteWrite
    }
  }
}
