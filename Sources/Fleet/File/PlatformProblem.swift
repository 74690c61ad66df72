import Facts

/// What only OpenShift has, asked of another cluster.
package enum PlatformProblem: Fact, Hashable {
  case openshiftVersion(cluster: String)
  /// Series of the platform's Prometheus.
  case federation(cluster: String)
  /// The mode in which the platform's Prometheus writes to the hub.
  case platformRemoteWrite

  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// What depends on OpenShift's version is asked for without naming it.
    case openshiftVersion = "fleet.no-openshift-version"
    case federation = "fleet.no-platform-prometheus"
    case platformRemoteWrite = "fleet.no-platform-remote-write"
  }

  package var code: Code {
    switch self {
    case .openshiftVersion: .openshiftVersion
    case .federation: .federation
    case .platformRemoteWrite: .platformRemoteWrite
    }
  }
}
