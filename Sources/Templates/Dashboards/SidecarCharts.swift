import Fleet

/// What Grafana shows on a hub with sidecars: nothing but what some cluster collects.
extension AskedCluster {
  static func charts(of clusters: [AskedCluster]) -> [Chart] {
    UsageCharts.all(for: clusters.map(\.design.exporters)) + [
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
}
