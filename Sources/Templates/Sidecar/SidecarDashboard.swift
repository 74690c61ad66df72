/// What Grafana shows on a hub with sidecars: nothing but what every cluster collects.
extension AskedCluster {
  static let charts =
    UsageRules.charts + [
      Chart(
        title: "Time since the last upload",
        query: "time() - max by (cluster) "
          + "(thanos_objstore_bucket_last_successful_upload_time"
          + "{job=\"\(sidecarJob)\",cluster=~\"$cluster\"})",
        legend: "{{cluster}}",
        unit: "s",
      ),
      Chart(
        title: "Alerts",
        query: "count by (cluster, alertname) "
          + "(ALERTS{alertstate=\"firing\",cluster=~\"$cluster\"})",
        legend: "{{cluster}} {{alertname}}",
        unit: "short",
      ),
    ]
}
