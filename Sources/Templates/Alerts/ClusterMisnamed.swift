/// The alert of a cluster that gives out its series as another's.
enum ClusterMisnamed {
  /// nil where no cluster can: then the hub itself says whose series are whose.
  static func rule(_ cluster: String, _ known: Attribution) -> AlertRule? {
    guard let matchers = known.foreignMatchers(of: cluster) else { return nil }
    return AlertRule(
      name: "ClusterMisnamed",
      expression: "count by (tenant_id) ({\(matchers)})",
      labels: ["cluster": cluster],
      summary: "{{ $labels.tenant_id }} sends series under the name of cluster \(cluster).",
      advice: """
        Two clusters have one `cluster` label, or somebody uses a cluster's token for something else: \
        look at the external labels of whoever that account belongs to, and revoke its token by \
        taking the cluster out of the fleet file if in doubt.
        """,
    )
  }
}
